package dev.blackstart.drill;

import dev.blackstart.clock.Ended;
import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.DrillDefinition.Erase;
import dev.blackstart.journal.Event;
import dev.blackstart.observe.ErasePlan;
import dev.blackstart.observe.Erasure;
import dev.blackstart.observe.ErasurePoint;
import dev.blackstart.observe.ErasureTrial;
import dev.blackstart.observe.HttpCall;
import dev.blackstart.observe.LedgerPlan;
import dev.blackstart.observe.LedgerReader;
import dev.blackstart.observe.LedgerRecord;
import dev.blackstart.observe.LedgerToken;
import dev.blackstart.observe.ReadBack;
import dev.blackstart.observe.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a workload erased: whether it is erased at all, what of it was before the strike, and what of that came back. */
final class Erasing {
    private static final Duration GONE_WITHIN = Duration.ofSeconds(5);
    private static final Duration READ_WITHIN = Duration.ofMinutes(1);
    private static final int READS_AT_ONCE = 16;

    /** Far above the numbers of all writes that are tried after a recovery. */
    private static final int TRIED_FROM = 200_000;

    private final Recorder recorder;
    private final String attempt;
    private final Ticker ticker;
    private final HttpCall http;
    private final LedgerPlan plan;
    private final Erase asked;
    private final ErasePlan how;

    Erasing(
            Recorder recorder,
            String attempt,
            Ticker ticker,
            HttpCall http,
            LedgerPlan plan,
            Erase asked,
            ErasePlan how) {
        this.recorder = recorder;
        this.attempt = attempt;
        this.ticker = ticker;
        this.http = http;
        this.plan = plan;
        this.asked = asked;
        this.how = how;
    }

    /** Try it once while all is well: what is said to be erased has to be gone. */
    Event.Calibrated erases(LedgerToken token) {
        Ended ended = new ErasureTrial(ticker, http, plan, how).within(GONE_WITHIN, token, TRIED_FROM);
        return new Event.Calibrated(
                Event.Observer.ERASURE,
                asked.path(),
                false,
                ended.held(),
                ended.held() ? "" : ended.detail(),
                asked.place());
    }

    /** Write down what was erased before the strike. */
    void stopped(LedgerRecord record, Duration struckAt) {
        List<Erasure> all = record.erasures();
        recorder.record(
                attempt,
                new Event.ErasuresStopped(
                        all.size(),
                        (int) all.stream()
                                .filter(one -> one.acknowledgedBy(struckAt))
                                .count(),
                        erased(record, struckAt).size(),
                        (int) all.stream()
                                .filter(one -> one.lingers(GONE_WITHIN))
                                .count(),
                        refusal(all),
                        asked.place()));
    }

    /**
     * Ask the recovered service for what was erased, and write down what came back.
     *
     * @param newest the newest write that came back: so far does the recovery reach
     */
    void readBack(LedgerRecord record, Optional<Write> newest, Duration struckAt) {
        List<Erasure> erased = erased(record, struckAt);
        ReadBack read = new LedgerReader(ticker, http, plan)
                .readBack(erased.stream().map(Erasure::id).toList(), READ_WITHIN, READS_AT_ONCE, (id, body) -> {});
        ErasurePoint point = ErasurePoint.of(erased, read, struckAt);
        point.oldest()
                .ifPresent(one -> recorder.recordAt(
                        one.acknowledgedAt().orElseThrow(), attempt, new Event.EdgeErasure(one.id())));
        recorder.record(
                attempt,
                new Event.ErasuresReadBack(
                        point.gone(),
                        point.cameBack(),
                        point.untold(),
                        newest.flatMap(Write::acknowledgedAt)
                                .map(moment -> ErasurePoint.exposed(erased, record, moment))
                                .orElse(0),
                        point.actual(),
                        point.boundedBelow()));
    }

    private static List<Erasure> erased(LedgerRecord record, Duration struckAt) {
        return record.erasures().stream().filter(one -> one.goneBy(struckAt)).toList();
    }

    private static String refusal(List<Erasure> all) {
        return all.stream()
                .filter(one -> one.acknowledgedAt().isEmpty())
                .collect(Collectors.groupingBy(Erasure::detail, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
