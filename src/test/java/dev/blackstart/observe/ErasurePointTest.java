package dev.blackstart.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErasurePointTest {
    private static final Duration STRUCK = Duration.ofSeconds(100);

    @Test
    void it_is_the_age_of_the_oldest_erasure_that_came_back() {
        ErasurePoint point = ErasurePoint.of(
                List.of(erasure("a", 90), erasure("b", 97), erasure("c", 95), erasure("d", 99)),
                new ReadBack(List.of("b", "c"), List.of("a", "d"), Map.of()),
                STRUCK);

        assertThat(point.actual()).isEqualTo(Duration.ofSeconds(5));
        assertThat(point.oldest()).map(Erasure::id).contains("c");
        assertThat(point.boundedBelow()).isFalse();
        assertThat(point)
                .extracting(ErasurePoint::gone, ErasurePoint::cameBack, ErasurePoint::untold)
                .containsExactly(2, 2, 0);
    }

    @Test
    void it_is_zero_where_none_came_back() {
        ErasurePoint point =
                ErasurePoint.of(List.of(erasure("a", 90)), new ReadBack(List.of(), List.of("a"), Map.of()), STRUCK);

        assertThat(point).isEqualTo(new ErasurePoint(Duration.ZERO, false, 1, 0, 0, Optional.empty()));
    }

    @Test
    void where_none_is_known_to_be_gone_it_is_a_lower_bound() {
        ErasurePoint point = ErasurePoint.of(
                List.of(erasure("a", 90), erasure("b", 91)),
                new ReadBack(List.of("a"), List.of(), Map.of("b", "answered 502")),
                STRUCK);

        assertThat(point.boundedBelow()).isTrue();
        assertThat(point.untold()).isOne();
    }

    @Test
    void what_is_as_it_was_at_a_moment_holds_what_was_written_before_and_erased_after_it() {
        LedgerRecord record =
                new LedgerRecord(LedgerToken.of(7), List.of(write("a"), write("b"), write("c")), List.of());
        List<Erasure> erased = List.of(erasure("a", 90), erasure("b", 95), erasure("not written by then", 96));

        assertThat(ErasurePoint.exposed(erased, record, seconds(91))).isOne();
        assertThat(ErasurePoint.exposed(erased, record, seconds(89))).isEqualTo(2);
        assertThat(ErasurePoint.exposed(erased, record, seconds(95))).isZero();
        assertThat(ErasurePoint.exposed(erased, record, seconds(80)))
                .as("before any was acknowledged")
                .isZero();
    }

    @Test
    void a_write_that_is_erased_was_not_promised_to_be_kept() {
        LedgerToken token = LedgerToken.of(7);
        LedgerRecord record = new LedgerRecord(
                token,
                List.of(write(token.id(1)), write(token.id(2)), write(token.id(3))),
                List.of(Erasure.chosen(token.id(2)).sent(STRUCK)));

        assertThat(record.acknowledged()).map(Write::id).containsExactly(token.id(1), token.id(3));
        assertThat(Hole.of(record, new ReadBack(List.of(token.id(3)), List.of(token.id(2)), Map.of())))
                .isEmpty();
        assertThat(RecoveryPoint.of(
                                record,
                                new ReadBack(List.of(token.id(1), token.id(3)), List.of(token.id(2)), Map.of()),
                                STRUCK)
                        .lost())
                .isZero();
    }

    @Test
    void only_what_was_acknowledged_and_seen_gone_before_the_strike_is_erased() {
        Erasure asked = Erasure.chosen("a").there(seconds(89)).sent(seconds(90));

        assertThat(asked.acknowledged(seconds(91), 204).gone(seconds(92)).goneBy(STRUCK))
                .isTrue();
        assertThat(asked.acknowledged(seconds(91), 204).gone(seconds(101)).goneBy(STRUCK))
                .isFalse();
        assertThat(asked.acknowledged(seconds(101), 204).gone(seconds(99)).goneBy(STRUCK))
                .isFalse();
        assertThat(asked.refused("refused: 500").gone(seconds(92)).goneBy(STRUCK))
                .isFalse();
    }

    @Test
    void what_is_read_long_after_it_was_erased_lingers() {
        Erasure erased =
                Erasure.chosen("a").there(seconds(89)).sent(seconds(90)).acknowledged(seconds(91), 204);

        assertThat(erased.lingers(seconds(5))).isFalse();
        assertThat(erased.there(seconds(95)).lingers(seconds(5))).isFalse();
        assertThat(erased.there(seconds(96)).lingers(seconds(5))).isTrue();
        assertThat(erased.there(seconds(96)).gone(seconds(97)).lingers(seconds(5)))
                .isFalse();
    }

    private static Erasure erasure(String id, int acknowledged) {
        return Erasure.chosen(id)
                .there(seconds(80))
                .sent(seconds(81))
                .acknowledged(seconds(acknowledged), 204)
                .gone(seconds(acknowledged));
    }

    private static Write write(String id) {
        return new Write(id, seconds(80), Optional.of(seconds(81)), "201");
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
