package dev.blackstart.drill;

import dev.blackstart.definition.DrillDefinition.Workload;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.observe.HttpCall;
import dev.blackstart.observe.Ledger;
import dev.blackstart.observe.LedgerEdge;
import dev.blackstart.observe.LedgerPlan;
import dev.blackstart.observe.LedgerReader;
import dev.blackstart.observe.LedgerRecord;
import dev.blackstart.observe.ReadBack;
import dev.blackstart.observe.RecoveryPoint;
import dev.blackstart.observe.Write;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The workload of a run: writes until the strike, and reads back after recovery. */
final class Load implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int READS_AT_ONCE = 16;
    private static final Duration READ_WITHIN = Duration.ofMinutes(1);

    private final Scene scene;
    private final HttpCall http;
    private final Workload asked;
    private final LedgerPlan plan;
    private final Ledger ledger;
    private Duration startedAt = Duration.ZERO;
    private LedgerRecord record;

    Load(Scene scene, HttpCall http, Workload asked, Doors doors) {
        this.scene = scene;
        this.http = http;
        this.asked = asked;
        this.plan = doors.ledger(asked);
        this.ledger = new Ledger(scene.ticker(), http, plan, scene.token(), write -> {});
        this.record = new LedgerRecord(scene.token(), java.util.List.of());
    }

    void start() {
        startedAt = scene.ticker().elapsed();
        ledger.start();
    }

    /** Let writes be made for as long as the drill says. */
    void awaitLength() {
        Duration left = asked.lasts().minus(scene.ticker().elapsed().minus(startedAt));
        try {
            scene.ticker().pause(left.isNegative() ? Duration.ZERO : left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** End it, and write down what was begun and what was acknowledged before the strike. */
    void stop(Duration struckAt) {
        LedgerRecord all = ledger.stop(GRACE);
        record = new LedgerRecord(
                all.token(),
                all.writes().stream()
                        .filter(write -> write.sentAt().compareTo(struckAt) <= 0)
                        .toList());
        int acknowledged = (int) record.acknowledged().stream()
                .filter(write -> write.acknowledgedAt().orElseThrow().compareTo(struckAt) <= 0)
                .count();
        scene.recorder()
                .record(
                        Entry.MAIN,
                        new Event.WorkloadStopped(
                                scene.token().text(),
                                record.writes().size(),
                                acknowledged,
                                record.writes().size() - acknowledged,
                                refusal(record),
                                struckAt.minus(startedAt),
                                Scene.placeName(asked.place()),
                                asked.place().line()));
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
        ReadBack read = new LedgerReader(scene.ticker(), http, plan).readBack(record, READ_WITHIN, READS_AT_ONCE);
        LedgerEdge edge = LedgerEdge.of(record, read, struckAt);
        edge.newestFound().ifPresent(write -> edgeWrite(write, false));
        edge.oldestLost().ifPresent(write -> edgeWrite(write, true));
        RecoveryPoint point = RecoveryPoint.of(record, read, struckAt);
        scene.recorder()
                .record(
                        Entry.MAIN,
                        new Event.WorkloadReadBack(
                                point.found(), point.lost(), point.untold(), point.actual(), point.boundedBelow()));
    }

    private void edgeWrite(Write write, boolean lost) {
        scene.recorder()
                .recordAt(write.acknowledgedAt().orElseThrow(), Entry.MAIN, new Event.EdgeWrite(write.id(), lost));
    }

    @Override
    public void close() {
        ledger.close();
    }
}
