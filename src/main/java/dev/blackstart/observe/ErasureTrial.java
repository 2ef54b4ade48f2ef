package dev.blackstart.observe;

import dev.blackstart.clock.Await;
import dev.blackstart.clock.Ended;
import dev.blackstart.clock.Ticker;
import java.time.Duration;

/** One write that is made to be erased: it has to be seen there, and then to be seen gone. */
public final class ErasureTrial {
    private static final Duration AGAIN_AFTER = Duration.ofMillis(200);

    private final Ticker ticker;
    private final HttpCall http;
    private final LedgerPlan plan;
    private final ErasePlan how;

    public ErasureTrial(Ticker ticker, HttpCall http, LedgerPlan plan, ErasePlan how) {
        this.ticker = ticker;
        this.http = http;
        this.plan = plan;
        this.how = how;
    }

    /**
     * Write it, erase it and see it gone; else tell what was answered instead.
     *
     * @param deadline for the write, and once more for the erasure
     * @param first the number of the first write that is tried
     */
    public Ended within(Duration deadline, LedgerToken token, int first) {
        Ended written = new NewWrite(ticker, http, plan).within(deadline, token, first);
        if (!written.held()) {
            return new Ended(written.how(), written.after(), "there was nothing to erase: " + written.detail());
        }
        String id = written.detail();
        String refused = http.ask(plan.endpoint(), plan.erase(how, id), plan.deadline())
                .handle((answer, failure) -> failure != null
                        ? Reason.of(failure, plan.deadline())
                        : answer.successful() ? "" : "refused: " + answer.status())
                .join();
        return new Await(ticker)
                .until(
                        deadline,
                        AGAIN_AFTER,
                        () -> refused.isEmpty() ? look(id) : Await.Answer.never("not acknowledged, but " + refused));
    }

    private Await.Answer look(String id) {
        Presence presence = http.ask(plan.endpoint(), plan.read(id), plan.deadline())
                .handle((answer, failure) -> failure == null ? Presence.of(answer, id) : Presence.UNTOLD)
                .join();
        return switch (presence) {
            case GONE -> Await.Answer.yes(id);
            case THERE -> Await.Answer.notYet("acknowledged, and still there: " + id);
            case UNTOLD -> Await.Answer.notYet("acknowledged, and then nobody says whether it is gone: " + id);
        };
    }
}
