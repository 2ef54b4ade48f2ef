package dev.blackstart.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten writes, one a second, each acknowledged after 100 ms. */
class RecoveredWritesTest {
    private static final LedgerToken TOKEN = LedgerToken.of(1);
    private static final LedgerRecord RECORD = new LedgerRecord(
            TOKEN,
            IntStream.range(0, 10)
                    .mapToObj(number -> new Write(
                            TOKEN.id(number),
                            Duration.ofSeconds(number),
                            Optional.of(Duration.ofMillis(1000L * number + 100)),
                            "201"))
                    .toList());

    @Test
    void what_was_copied_between_two_writes_fits_the_first_only() {
        RecoveredWrites writes = cameBack(5);

        assertThat(fits(writes, 4000, 4500)).isTrue();
        assertThat(fits(writes, 3000, 3900)).isFalse(); // the last that is there was begun after that
        assertThat(fits(writes, 5200, 6000)).isFalse(); // the first that is lost was there before that
    }

    @Test
    void what_a_later_copy_would_have_held_is_counted() {
        assertThat(cameBack(5).lostBefore(Duration.ofSeconds(8))).isEqualTo(3);
        assertThat(cameBack(5).lostBefore(Duration.ofSeconds(5))).isZero();
    }

    @Test
    void where_all_came_back_each_later_copy_fits() {
        assertThat(fits(cameBack(10), 20_000, 30_000)).isTrue();
        assertThat(fits(cameBack(10), 0, 8000)).isFalse();
    }

    @Test
    void where_none_came_back_each_earlier_copy_fits() {
        assertThat(fits(cameBack(0), -5000, -1000)).isTrue();
        assertThat(fits(cameBack(0), 200, 8000)).isFalse();
    }

    private static boolean fits(RecoveredWrites writes, long from, long until) {
        return writes.fits(Duration.ofMillis(from), Duration.ofMillis(until));
    }

    private static RecoveredWrites cameBack(int writes) {
        List<String> ids = RECORD.writes().stream().map(Write::id).toList();
        return RecoveredWrites.of(RECORD, new ReadBack(ids.subList(0, writes), ids.subList(writes, 10), Map.of()));
    }
}
