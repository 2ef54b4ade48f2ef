package dev.blackstart.observe;

import dev.blackstart.clock.Ticker;
import dev.blackstart.testing.LoopbackServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Measures how far off the truth probes see a service come back, and how much of its time they take while it works, for
 * services whose answers take so many milliseconds: {@code ci/bench/return} runs it.
 */
final class ReturnBenchmark {
    private static final int RETURNS = 15;
    private static final Duration WORKING = Duration.ofSeconds(6);
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private final Ticker ticker = Ticker.system();
    private final AtomicReference<State> state = new AtomicReference<>(State.WORKS);
    private final AtomicInteger asked = new AtomicInteger();

    private enum State {
        WORKS,
        REFUSES,
        SILENT
    }

    public static void main(String[] arguments) throws Exception {
        for (String millis : arguments) {
            new ReturnBenchmark().measure(Integer.parseInt(millis));
        }
        System.exit(0); // the server's threads still hang
    }

    private void measure(int millis) throws Exception {
        try (HttpCall http = new HttpCall();
                LoopbackServer server = LoopbackServer.start(exchange -> {
                    asked.incrementAndGet();
                    State now = state.get();
                    if (now == State.SILENT) {
                        LoopbackServer.hang();
                    }
                    pause(millis);
                    LoopbackServer.answer(exchange, now == State.WORKS ? 200 : 503, "");
                });
                ProbeBoard board = new ProbeBoard(
                        ticker,
                        List.of(new HttpProbe(
                                "service", http, server.endpoint(), HttpQuestion.get("/"), 200, Optional.empty())),
                        ProbePace.DEFAULT,
                        transition -> {})) {
            board.start();
            board.awaitAllUp(PATIENT, Duration.ZERO);
            asked.set(0);
            ticker.pause(WORKING);
            double share = asked.get() * millis / (double) WORKING.toMillis();
            System.out.printf(
                    "answers of %d ms: %.1f %% of its time while it works; it is seen to be back%n",
                    millis, 100 * share);
            off(board, State.REFUSES, "after wrong answers");
            off(board, State.SILENT, "after silence");
        }
    }

    private void off(ProbeBoard board, State broken, String name) throws InterruptedException {
        List<Long> off = new ArrayList<>();
        for (int i = 0; i < RETURNS; i++) {
            state.set(broken);
            Duration brokeAt = ticker.elapsed();
            board.expectChange();
            board.awaitAnyDown(PATIENT, brokeAt);
            ticker.pause(Duration.ofMillis(700 + 37L * i));
            Duration backAt = ticker.elapsed();
            state.set(State.WORKS);
            while (board.allUpSince(backAt).isEmpty()) {
                ticker.pause(Duration.ofMillis(2)); // a wait for it would make the board ask at once
            }
            off.add(board.allUpSince(backAt).orElseThrow().minus(backAt).toMillis());
        }
        Collections.sort(off);
        System.out.printf(
                "  %s: %d ms late (median of %d), %d ms at most%n",
                name, off.get(RETURNS / 2), RETURNS, off.get(RETURNS - 1));
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
