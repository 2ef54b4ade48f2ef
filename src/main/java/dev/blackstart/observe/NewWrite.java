package dev.blackstart.observe;

import dev.blackstart.clock.Await;
import dev.blackstart.clock.Ended;
import dev.blackstart.clock.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One more write, with an id of its own, of a service that came back: it has to take it and to have it. */
public final class NewWrite {
    private static final Duration AGAIN_AFTER = Duration.ofMillis(250);

    private final Ticker ticker;
    private final HttpCall http;
    private final LedgerPlan plan;

    public NewWrite(Ticker ticker, HttpCall http, LedgerPlan plan) {
        this.ticker = ticker;
        this.http = http;
        this.plan = plan;
    }

    /** Try until it was acknowledged and was found, each time with another id; else tell what was answered last. */
    public Ended within(Duration deadline, LedgerToken token, int first) {
        int[] number = {first};
        return new Await(ticker).until(deadline, AGAIN_AFTER, () -> once(token, number[0]++));
    }

    private Await.Answer once(LedgerToken token, int number) {
        String id = token.id(number);
        Duration sentAt = ticker.elapsed();
        String answered = http.ask(plan.endpoint(), plan.write(id), plan.deadline())
                .handle((answer, failure) -> failure != null
                        ? Reason.of(failure, plan.deadline())
                        : answer.successful() ? "" : "refused: " + answer.status())
                .join();
        if (!answered.isEmpty()) {
            return Await.Answer.notYet(answered);
        }
        Write write = new Write(id, sentAt, Optional.of(ticker.elapsed()), "");
        ReadBack read = new LedgerReader(ticker, http, plan)
                .readBack(new LedgerRecord(token, List.of(write)), plan.deadline(), 1);
        return read.found().isEmpty()
                ? Await.Answer.notYet("acknowledged, and then not there: " + id)
                : Await.Answer.yes(id);
    }
}
