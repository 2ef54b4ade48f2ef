package dev.blackstart.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoleTest {
    private static final LedgerToken TOKEN = LedgerToken.of(7);

    @Test
    void the_latest_writes_are_lost_without_a_hole() {
        assertThat(hole(
                        List.of(1, 2),
                        List.of(3, 4),
                        write(1, 0, 5),
                        write(2, 10, 15),
                        write(3, 20, 25),
                        write(4, 30, 35)))
                .isEmpty();
    }

    @Test
    void a_write_that_is_lost_though_a_later_one_came_back_is_a_hole() {
        Optional<Hole> hole = hole(
                List.of(1, 4), List.of(2, 3), write(1, 0, 5), write(2, 10, 15), write(3, 20, 25), write(4, 30, 35));

        assertThat(hole).hasValueSatisfying(found -> {
            assertThat(found.writes()).isEqualTo(2);
            assertThat(found.lost().id()).isEqualTo(TOKEN.id(2));
            assertThat(found.later().id()).isEqualTo(TOKEN.id(4));
        });
    }

    @Test
    void writes_that_were_under_way_together_may_be_stored_in_any_order() {
        assertThat(hole(List.of(2), List.of(1), write(1, 0, 20), write(2, 10, 30)))
                .isEmpty();
    }

    private static Optional<Hole> hole(List<Integer> found, List<Integer> lost, Write... writes) {
        return Hole.of(new LedgerRecord(TOKEN, Arrays.asList(writes)), new ReadBack(ids(found), ids(lost), Map.of()));
    }

    private static List<String> ids(List<Integer> numbers) {
        return numbers.stream().map(TOKEN::id).toList();
    }

    private static Write write(int number, int sentAt, int acknowledgedAt) {
        return new Write(
                TOKEN.id(number), Duration.ofMillis(sentAt), Optional.of(Duration.ofMillis(acknowledgedAt)), "201");
    }
}
