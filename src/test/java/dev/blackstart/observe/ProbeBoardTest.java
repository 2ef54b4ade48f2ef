package dev.blackstart.observe;

import static dev.blackstart.testing.LoopbackServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.clock.Ended;
import dev.blackstart.clock.Ticker;
import dev.blackstart.testing.FakeProbe;
import dev.blackstart.testing.LoopbackServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProbeBoardTest {
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final ProbePace PACE = new ProbePace(Duration.ofMillis(2), Duration.ofSeconds(20), 3);

    private final Ticker ticker = Ticker.system();
    private final FakeProbe website = new FakeProbe("website");
    private final FakeProbe mail = new FakeProbe("mail");
    private final BlockingQueue<Transition> transitions = new LinkedBlockingQueue<>();
    private final ProbeBoard board = new ProbeBoard(ticker, List.of(website, mail), PACE, transitions::add);

    @AfterEach
    void close() {
        board.close();
    }

    @Test
    void everything_is_up_since_the_last_probe_came_up() throws InterruptedException {
        board.start();
        website.question().complete(Sample.up("200"));
        assertThat(board.allUpSince(Duration.ZERO)).isEmpty();
        mail.question().complete(Sample.up("connected"));

        assertThat(board.awaitAllUp(PATIENT, Duration.ZERO).held()).isTrue();
        assertThat(board.allUpSince(Duration.ZERO))
                .contains(List.copyOf(transitions).get(1).at());
        assertThat(transitions).extracting(Transition::probe).containsExactly("website", "mail");
    }

    @Test
    void a_wait_ends_at_the_answer_that_was_missing() throws Exception {
        board.start();
        website.question().complete(Sample.up("200"));
        CompletableFuture<Ended> waiting =
                CompletableFuture.supplyAsync(() -> board.awaitAllUp(PATIENT, Duration.ZERO));
        mail.question().complete(Sample.up("connected"));
        assertThat(waiting.get().held()).isTrue();
    }

    @Test
    void a_service_that_never_held_yet_is_not_drowned_in_questions() throws InterruptedException {
        ProbePace hasty = new ProbePace(Duration.ofMillis(2), Duration.ofSeconds(20), 64);
        try (ProbeBoard busy = new ProbeBoard(ticker, List.of(website, mail), hasty, transitions::add)) {
            busy.start();
            for (int i = 0; i < 20; i++) {
                mail.question().complete(Sample.up("connected"));
            }
            assertThat(website.waiting()).isEqualTo(4);

            website.question().complete(Sample.up("200"));
            for (int i = 0; i < 20; i++) {
                assertThat(website.question()).isNotDone();
            }
        }
    }

    @Test
    void missing_answers_do_not_keep_the_board_from_asking_but_only_so_many() throws InterruptedException {
        board.start();
        List<CompletableFuture<Sample>> open = List.of(website.question(), website.question(), website.question());
        // The other probe goes on being asked; had the first one not reached its limit, it would be too.
        for (int i = 0; i < 10; i++) {
            mail.question().complete(Sample.up("connected"));
        }
        open.get(2).complete(Sample.up("200"));
        assertThat(board.awaitAllUp(PATIENT, Duration.ZERO).held()).isTrue();
        open.get(0).complete(Sample.silent("no answer"));
        open.get(1).complete(Sample.wrong("503 instead of 200"));

        assertThat(board.allUpSince(Duration.ZERO)).isPresent();
        assertThat(transitions).extracting(Transition::probe).containsOnlyOnce("website");
        assertThat(board.everDown(Duration.ZERO)).containsExactly("website");
        assertThat(board.resolution(Duration.ZERO, ticker.elapsed()).asked()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void what_held_before_the_strike_says_nothing_about_after_it() throws InterruptedException {
        board.start();
        website.question().complete(Sample.up("200"));
        mail.question().complete(Sample.up("connected"));
        assertThat(board.awaitAllUp(PATIENT, Duration.ZERO).held()).isTrue();

        Ended ended = board.awaitAllUp(Duration.ofMillis(1), ticker.elapsed().plus(PATIENT));
        assertThat(ended.how()).isEqualTo(Ended.How.TIMED_OUT);
        assertThat(ended.detail())
                .isEqualTo(
                        "\"website\": no answer yet to what was asked last; \"mail\": no answer yet to what was asked last");
    }

    @Test
    void what_is_answered_once_nobody_asks_any_more_is_no_news() throws InterruptedException {
        board.start();
        CompletableFuture<Sample> late = website.question();
        board.close();
        late.completeExceptionally(new IllegalStateException("torn down"));

        assertThat(transitions).isEmpty();
        assertThat(board.everDown(Duration.ZERO)).isEmpty();
    }

    @Test
    void a_transition_that_could_not_be_recorded_ends_the_wait() throws InterruptedException {
        try (ProbeBoard failing = new ProbeBoard(ticker, List.of(website, mail), PACE, transition -> {
            throw new IllegalStateException("disk full");
        })) {
            failing.start();
            website.question().complete(Sample.up("200"));
            Ended ended = failing.awaitAllUp(PATIENT, Duration.ZERO);
            assertThat(ended.how()).isEqualTo(Ended.How.GAVE_UP);
            assertThat(ended.detail()).contains("website", "disk full");
        }
    }

    @Test
    void a_probe_that_breaks_is_down() throws InterruptedException {
        board.start();
        mail.question().completeExceptionally(new IllegalStateException("broken"));
        assertThat(transitions.take().up()).isFalse();
        assertThat(board.allUpSince(Duration.ZERO)).isEmpty();
    }

    @Test
    void two_probes_cannot_have_one_name() {
        assertThatThrownBy(() -> new ProbeBoard(ticker, List.of(website, website), PACE, transitions::add))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_service_that_hangs_and_comes_back_is_seen_at_its_first_answer() throws Exception {
        AtomicBoolean hangs = new AtomicBoolean();
        AtomicInteger hanging = new AtomicInteger();
        CompletableFuture<Duration> backAt = new CompletableFuture<>();
        try (HttpCall http = new HttpCall();
                LoopbackServer server = LoopbackServer.start(exchange -> {
                    if (hangs.get()) {
                        hanging.incrementAndGet();
                        LoopbackServer.hang();
                    }
                    answer(exchange, 200, "");
                });
                ProbeBoard real = new ProbeBoard(
                        ticker,
                        List.of(new HttpProbe(
                                "website", http, server.endpoint(), HttpQuestion.get("/"), 200, Optional.empty())),
                        new ProbePace(Duration.ofMillis(5), Duration.ofMillis(300), 64),
                        transitions::add)) {
            real.start();
            assertThat(transitions.take().up()).isTrue();
            Duration struckAt = ticker.elapsed();
            hangs.set(true);
            assertThat(transitions.take())
                    .matches(down -> !down.up() && down.detail().equals("no answer within 300 ms"));
            backAt.complete(ticker.elapsed());
            hangs.set(false);

            assertThat(real.awaitAllUp(PATIENT, backAt.join()).held()).isTrue();
            assertThat(transitions.take().up()).isTrue();
            assertThat(real.allUpSince(backAt.join()).orElseThrow()).isGreaterThan(backAt.join());
            assertThat(real.everDown(struckAt)).containsExactly("website");
            assertThat(hanging.get()).isGreaterThan(1);
        }
    }
}
