package dev.blackstart.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecoveryPointTest {
    private static final LedgerToken TOKEN = LedgerToken.of(0x1a2b3c4d);
    private static final Duration STRUCK = Duration.ofSeconds(10);

    enum Fate {
        FOUND,
        LOST,
        UNTOLD,
        NOT_READ
    }

    /** @param at when it was acknowledged; empty: never */
    record Case(Optional<Duration> at, Fate fate) {
        boolean counts() {
            return at.filter(moment -> moment.compareTo(STRUCK) <= 0).isPresent();
        }
    }

    @Example
    void nothing_lost_is_zero() {
        assertThat(judge(List.of(at(2, Fate.FOUND), at(9, Fate.FOUND))))
                .isEqualTo(new RecoveryPoint(Duration.ZERO, false, 2, 0, 0));
    }

    @Example
    void the_oldest_lost_acknowledged_write_decides() {
        assertThat(judge(List.of(at(2, Fate.FOUND), at(7, Fate.LOST), at(8, Fate.FOUND), at(9, Fate.LOST))))
                .isEqualTo(new RecoveryPoint(Duration.ofSeconds(3), false, 2, 2, 0));
    }

    @Example
    void writes_without_an_acknowledgement_were_never_promised() {
        assertThat(judge(List.of(new Case(Optional.empty(), Fate.LOST), at(9, Fate.FOUND)))
                        .actual())
                .isZero();
    }

    @Example
    void an_untold_write_may_be_the_oldest_lost_one() {
        RecoveryPoint point = judge(List.of(at(1, Fate.FOUND), at(4, Fate.UNTOLD), at(9, Fate.LOST)));
        assertThat(point.actual()).isEqualTo(Duration.ofSeconds(1));
    }

    @Example
    void a_ledger_that_lost_everything_only_knows_a_lower_bound() {
        assertThat(judge(List.of(at(2, Fate.LOST), at(9, Fate.LOST))))
                .isEqualTo(new RecoveryPoint(Duration.ofSeconds(8), true, 0, 2, 0));
        assertThat(judge(List.of()).boundedBelow()).isFalse();
    }

    @Example
    void a_write_acknowledged_after_the_strike_counts_nowhere() {
        assertThat(judge(List.of(at(9, Fate.FOUND), at(11, Fate.LOST), at(12, Fate.FOUND))))
                .isEqualTo(new RecoveryPoint(Duration.ZERO, false, 1, 0, 0));
    }

    @Property
    void it_is_never_negative_and_counts_every_acknowledged_write_once(@ForAll("cases") List<Case> cases) {
        RecoveryPoint point = judge(cases);
        assertThat(point.actual()).isBetween(Duration.ZERO, STRUCK);
        assertThat(point.found() + point.lost() + point.untold())
                .isEqualTo((int) cases.stream().filter(Case::counts).count());
        assertThat(point.actual().isZero())
                .isEqualTo(cases.stream()
                        .filter(c -> c.counts() && c.fate() == Fate.LOST)
                        .allMatch(c -> c.at().equals(Optional.of(STRUCK))));
        assertThat(point.boundedBelow())
                .isEqualTo(cases.stream().anyMatch(Case::counts)
                        && cases.stream().filter(Case::counts).noneMatch(c -> c.fate() == Fate.FOUND));
    }

    @Property
    void to_lose_one_more_never_makes_it_smaller(@ForAll("cases") List<Case> cases, @ForAll("moments") Duration at) {
        List<Case> more = new ArrayList<>(cases);
        more.add(new Case(Optional.of(at), Fate.LOST));
        assertThat(judge(more).actual()).isGreaterThanOrEqualTo(judge(cases).actual());
    }

    @Property
    void it_can_be_checked_by_hand_at_the_edge_of_the_ledger(@ForAll("cases") List<Case> cases) {
        Duration byHand = edge(cases)
                .oldestLost()
                .flatMap(Write::acknowledgedAt)
                .map(STRUCK::minus)
                .orElse(Duration.ZERO);
        assertThat(judge(cases).actual()).isEqualTo(byHand);
    }

    @Example
    void the_edge_of_a_ledger_lies_between_what_came_back_and_what_is_lost() {
        LedgerEdge edge = edge(
                List.of(at(2, Fate.FOUND), at(4, Fate.FOUND), at(6, Fate.LOST), at(8, Fate.LOST), at(11, Fate.FOUND)));
        assertThat(edge.newestFound().map(Write::id)).contains(TOKEN.id(2));
        assertThat(edge.oldestLost().map(Write::id)).contains(TOKEN.id(3));
    }

    @Provide
    Arbitrary<Duration> moments() {
        return Arbitraries.integers().between(0, 20_000).map(Duration::ofMillis);
    }

    @Provide
    Arbitrary<List<Case>> cases() {
        return Combinators.combine(moments().optional(), Arbitraries.of(Fate.class))
                .as(Case::new)
                .list()
                .ofMaxSize(30);
    }

    private static Case at(int second, Fate fate) {
        return new Case(Optional.of(Duration.ofSeconds(second)), fate);
    }

    private static RecoveryPoint judge(List<Case> cases) {
        Told told = tell(cases);
        return RecoveryPoint.of(told.record(), told.readBack(), STRUCK);
    }

    private static LedgerEdge edge(List<Case> cases) {
        Told told = tell(cases);
        return LedgerEdge.of(told.record(), told.readBack(), STRUCK);
    }

    private record Told(LedgerRecord record, ReadBack readBack) {}

    private static Told tell(List<Case> cases) {
        List<Write> writes = new ArrayList<>();
        List<String> found = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        Map<String, String> untold = new LinkedHashMap<>();
        for (Case c : cases) {
            String id = TOKEN.id(writes.size() + 1);
            writes.add(new Write(id, c.at().orElse(STRUCK), c.at(), ""));
            switch (c.fate()) {
                case FOUND -> found.add(id);
                case LOST -> lost.add(id);
                case UNTOLD -> untold.put(id, "answered 502");
                case NOT_READ -> {}
            }
        }
        return new Told(new LedgerRecord(TOKEN, writes), new ReadBack(found, lost, untold));
    }
}
