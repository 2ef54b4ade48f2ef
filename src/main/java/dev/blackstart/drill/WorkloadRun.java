package dev.blackstart.drill;

import dev.blackstart.clock.Await;
import dev.blackstart.clock.Ended;
import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.DrillDefinition.Workload;
import dev.blackstart.journal.Event;
import dev.blackstart.observe.AwayRead;
import dev.blackstart.observe.ContentBaseline;
import dev.blackstart.observe.FirstWrites;
import dev.blackstart.observe.Hole;
import dev.blackstart.observe.HttpCall;
import dev.blackstart.observe.Ledger;
import dev.blackstart.observe.LedgerEdge;
import dev.blackstart.observe.LedgerPlan;
import dev.blackstart.observe.LedgerReader;
import dev.blackstart.observe.LedgerRecord;
import dev.blackstart.observe.LedgerToken;
import dev.blackstart.observe.NewWrite;
import dev.blackstart.observe.ReadBack;
import dev.blackstart.observe.RecoveredWrites;
import dev.blackstart.observe.RecoveryPoint;
import dev.blackstart.observe.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The workload of a run: writes until the strike, and reads back after recovery. */
final class WorkloadRun implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int READS_AT_ONCE = 16;
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(5);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(200);
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(20);
    private static final Duration READ_WITHIN = Duration.ofMinutes(1);

    /** Far above the numbers of all other writes. */
    private static final int TRIED_FROM = 100_000;

    private final Recorder recorder;
    private final String attempt;
    private final Ticker ticker;
    private final LedgerToken token;
    private final HttpCall http;
    private final Workload asked;
    private final LedgerPlan plan;
    private final Ledger ledger;
    private final ContentBaseline content;
    private final AwayRead away;
    private final Optional<Erasing> erasing;
    private volatile Optional<FirstWrites> firstWrites = Optional.empty();
    private Duration startedAt = Duration.ZERO;
    private Optional<Integer> refused = Optional.empty();
    private volatile LedgerRecord record;
    private Optional<RecoveredWrites> recovered = Optional.empty();
    private CompletableFuture<Void> stopped = CompletableFuture.completedFuture(null);

    WorkloadRun(
            Recorder recorder,
            String attempt,
            Ticker ticker,
            LedgerToken token,
            HttpCall http,
            Workload asked,
            LedgerPlan plan) {
        this.recorder = recorder;
        this.attempt = attempt;
        this.ticker = ticker;
        this.token = token;
        this.http = http;
        this.asked = asked;
        this.plan = plan;
        this.content = new ContentBaseline(ticker, http, plan);
        this.away = new AwayRead(http, plan);
        this.erasing = asked.erase()
                .flatMap(erase ->
                        plan.erase().map(how -> new Erasing(recorder, attempt, ticker, http, plan, erase, how)));
        this.ledger = new Ledger(ticker, http, plan, token, content::heard);
        this.record = new LedgerRecord(token, List.of());
    }

    void start() {
        startedAt = ticker.elapsed();
        ledger.start();
    }

    /** Let writes be made for half as long as the drill says. */
    void awaitHalf() {
        await(asked.lasts().dividedBy(2));
    }

    /** Let writes be made for as long as the drill says. */
    void awaitLength() {
        await(asked.lasts());
    }

    private void await(Duration length) {
        Duration left = length.minus(ticker.elapsed().minus(startedAt));
        try {
            ticker.pause(left.isNegative() ? Duration.ZERO : left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What to say of writes that were refused, or given up, before the strike, where those are more than a few. */
    Optional<String> refusedTooOften() {
        List<Write> told = ledger.soFar().writes().stream()
                .filter(write -> !write.detail().isEmpty())
                .toList();
        LedgerRecord known = new LedgerRecord(token, told);
        refused = Optional.of(known.unanswered().size());
        Event.WorkloadStopped so = stopped(known, known.acknowledged().size(), ticker.elapsed());
        return so.acknowledged() > 0 && so.refusedTooOften()
                ? Optional.of("%d of %d writes were not acknowledged (most: %s)"
                        .formatted(so.unanswered(), so.written(), so.refusal()))
                : Optional.empty();
    }

    /** Try the read-back while all is well: what is there it has to find, what was never written it must not. */
    List<Calibrating.Question> questions() {
        return Stream.concat(
                        Stream.<Calibrating.Question>of(this::findsWhatIsThere, this::findsNoMore),
                        erasing.stream().map(erases -> () -> erases.erases(token)))
                .toList();
    }

    private Event.Calibrated findsWhatIsThere() {
        LedgerRecord soFar = ledger.soFar();
        Ended ended = new Await(ticker).until(FOUND_WITHIN, AGAIN_AFTER, () -> {
            ReadBack read = content.settle(soFar);
            return read.lost().isEmpty()
                    ? Await.Answer.yes(String.valueOf(read.found().size()))
                    : Await.Answer.notYet("%d of %d acknowledged writes were not found, such as %s"
                            .formatted(
                                    read.lost().size(),
                                    read.lost().size() + read.found().size(),
                                    read.lost().get(0)));
        });
        return said(true, ended.held(), ended.detail());
    }

    private Event.Calibrated findsNoMore() {
        Optional<String> found = new LedgerReader(ticker, http, plan).findsNever(token, FOUND_WITHIN);
        return said(
                false,
                found.isEmpty(),
                found.map("a write that was never made: "::concat).orElse(""));
    }

    /** A state is lost: until something is done that may bring it back, no write can be found. */
    void away() {
        away.ask(ledger.soFar());
    }

    /** From now on something is done that may bring it back. */
    void mayReturn() {
        away.mayReturn();
    }

    private void sayWhatWasFoundMeanwhile() {
        if (away.told()) {
            recorder.record(
                    attempt,
                    said(
                            false,
                            away.found().isEmpty(),
                            away.found()
                                    .map("a write (%s) while what was lost was away"::formatted)
                                    .orElse("")));
        }
    }

    private Event.Calibrated said(boolean expected, boolean right, String detail) {
        return new Event.Calibrated(Event.Observer.READ_BACK, asked.readBack(), expected, right, detail, asked.place());
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
                        .toList(),
                all.erasures());
        int acknowledged = (int) record.acknowledged().stream()
                .filter(write -> write.acknowledgedAt().orElseThrow().compareTo(struckAt) <= 0)
                .count();
        recorder.record(attempt, stopped(record, acknowledged, struckAt));
        erasing.ifPresent(erases -> erases.stopped(record, struckAt));
    }

    private Event.WorkloadStopped stopped(LedgerRecord all, int acknowledged, Duration at) {
        int written = all.lasting().size();
        return new Event.WorkloadStopped(
                token.text(),
                written,
                acknowledged,
                written - acknowledged,
                refusal(all),
                refused,
                at.minus(startedAt),
                asked.place());
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
        sayWhatWasFoundMeanwhile();
        Map<String, String> answered = new ConcurrentHashMap<>();
        ReadBack read =
                new LedgerReader(ticker, http, plan).readBack(record, READ_WITHIN, READS_AT_ONCE, answered::put);
        LedgerEdge edge = LedgerEdge.of(record, read, struckAt);
        edge.newestFound().ifPresent(write -> edgeWrite(write, false));
        edge.oldestLost().ifPresent(write -> edgeWrite(write, true));
        RecoveryPoint point = RecoveryPoint.of(record, read, struckAt);
        recorder.record(
                attempt,
                new Event.WorkloadReadBack(
                        point.found(), point.lost(), point.untold(), point.actual(), point.boundedBelow()));
        Event.Calibrated calibrated = findsNoMore();
        recorder.record(attempt, calibrated);
        if (calibrated.right()) {
            recovered = Optional.of(RecoveredWrites.of(record, read));
            compare(read, answered); // what one says who says yes to everything is nothing to compare with
            erasing.ifPresent(erases -> erases.readBack(record, edge.newestFound(), struckAt));
        }
    }

    /** What came back, as its writes tell; empty: they were not read back, or by somebody who says yes to everything. */
    Optional<RecoveredWrites> recovered() {
        return recovered;
    }

    private void compare(ReadBack read, Map<String, String> answered) {
        Hole.of(record, read)
                .ifPresent(hole -> recorder.record(
                        attempt,
                        new Event.HoleFound(
                                hole.writes(), hole.lost().id(), hole.later().id())));
        ContentBaseline.Comparison compared = content.compare(answered);
        recorder.record(
                attempt,
                new Event.ContentCompared(
                        compared.compared(),
                        compared.altered(),
                        compared.example().orElse(""),
                        compared.unsteady().orElse("")));
    }

    /** From now on try whether writes are taken, whenever the service answers. */
    void tryAgain(FirstWrites.Answering answering) {
        firstWrites = Optional.of(new FirstWrites(ticker, http, plan, token, TRIED_FROM, answering));
    }

    /** Try no more, and tell when the first write was taken since this moment; empty: nobody tried, or none was. */
    Optional<Duration> takenSince(Duration moment) {
        firstWrites.ifPresent(FirstWrites::close);
        return firstWrites.flatMap(writes -> writes.takenSince(moment));
    }

    /** Write once more: a service that came back takes writes again, if it ever took any. */
    void writeAgain() {
        if (record.acknowledged().isEmpty()) {
            return;
        }
        Ended ended = new NewWrite(ticker, http, plan)
                .within(TAKEN_WITHIN, token, record.writes().size() + 1);
        recorder.record(attempt, new Event.WroteAgain(ended.held(), ended.detail(), asked.place()));
    }

    private void edgeWrite(Write write, boolean lost) {
        recorder.recordAt(write.acknowledgedAt().orElseThrow(), attempt, new Event.EdgeWrite(write.id(), lost));
    }

    /** Write no more, and let what was begun be written down; a fault in that is told by whoever reads back. */
    @Override
    public void close() {
        firstWrites.ifPresent(FirstWrites::close);
        ledger.close();
        stopped.handle((done, fault) -> true).join();
    }
}
