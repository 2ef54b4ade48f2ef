package dev.blackstart.drill;

import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.DrillDefinition.Workload;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.observe.HttpCall;
import dev.blackstart.observe.Ledger;
import dev.blackstart.observe.LedgerEdge;
import dev.blackstart.observe.LedgerPlan;
import dev.blackstart.observe.LedgerReader;
import dev.blackstart.observe.LedgerRecord;
import dev.blackstart.observe.LedgerToken;
import dev.blackstart.observe.ReadBack;
import dev.blackstart.observe.RecoveryPoint;
import dev.blackstart.observe.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** The workload of a run: writes until the strike, and reads back after recovery. */
final class WorkloadRun implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int READS_AT_ONCE = 16;
    private static final Duration READ_WITHIN = Duration.ofMinutes(1);

    private final Recorder recorder;
    private final Ticker ticker;
    private final LedgerToken token;
    private final HttpCall http;
    private final Workload asked;
    private final LedgerPlan plan;
    private final Ledger ledger;
    private Duration startedAt = Duration.ZERO;
    private volatile LedgerRecord record;
    private CompletableFuture<Void> stopped = CompletableFuture.completedFuture(null);

    WorkloadRun(Recorder recorder, Ticker ticker, LedgerToken token, HttpCall http, Workload asked, LedgerPlan plan) {
        this.recorder = recorder;
        this.ticker = ticker;
        this.token = token;
        this.http = http;
        this.asked = asked;
        this.plan = plan;
        this.ledger = new Ledger(ticker, http, plan, token, write -> {});
        this.record = new LedgerRecord(token, List.of());
    }

    void start() {
        startedAt = ticker.elapsed();
        ledger.start();
    }

    /** Let writes be made for as long as the drill says. */
    void awaitLength() {
        Duration left = asked.lasts().minus(ticker.elapsed().minus(startedAt));
        try {
            ticker.pause(left.isNegative() ? Duration.ZERO : left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * End it at the strike, without waiting: answers that are still out have a second to come, while recovery begins. Then
     * what was begun and what was acknowledged before the strike is written down.
     */
    void stop(Duration struckAt) {
        stopped = CompletableFuture.runAsync(() -> settle(struckAt), task -> new Thread(task, "last-answers").start());
    }

    private void settle(Duration struckAt) {
        LedgerRecord all = ledger.stop(GRACE);
        record = new LedgerRecord(
                all.token(),
                all.writes().stream()
                        .filter(write -> write.sentAt().compareTo(struckAt) <= 0)
                        .toList());
        int acknowledged = (int) record.acknowledged().stream()
                .filter(write -> write.acknowledgedAt().orElseThrow().compareTo(struckAt) <= 0)
                .count();
        recorder.record(
                Entry.MAIN,
                new Event.WorkloadStopped(
                        token.text(),
                        record.writes().size(),
                        acknowledged,
                        record.writes().size() - acknowledged,
                        refusal(record),
                        struckAt.minus(startedAt),
                        asked.place()));
    }

    /** Wait until it is written down; throws what the last answers threw. */
    private void awaitSettled() {
        try {
            stopped.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static String refusal(LedgerRecord record) {
        return record.unanswered().stream()
                .collect(Collectors.groupingBy(Write::detail, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    void readBack(Duration struckAt) {
        awaitSettled();
        ReadBack read = new LedgerReader(ticker, http, plan).readBack(record, READ_WITHIN, READS_AT_ONCE);
        LedgerEdge edge = LedgerEdge.of(record, read, struckAt);
        edge.newestFound().ifPresent(write -> edgeWrite(write, false));
        edge.oldestLost().ifPresent(write -> edgeWrite(write, true));
        RecoveryPoint point = RecoveryPoint.of(record, read, struckAt);
        recorder.record(
                Entry.MAIN,
                new Event.WorkloadReadBack(
                        point.found(), point.lost(), point.untold(), point.actual(), point.boundedBelow()));
    }

    private void edgeWrite(Write write, boolean lost) {
        recorder.recordAt(write.acknowledgedAt().orElseThrow(), Entry.MAIN, new Event.EdgeWrite(write.id(), lost));
    }

    /** Write no more, and let what was begun be written down; a fault in that is told by whoever reads back. */
    @Override
    public void close() {
        ledger.close();
        stopped.handle((done, fault) -> true).join();
    }
}
