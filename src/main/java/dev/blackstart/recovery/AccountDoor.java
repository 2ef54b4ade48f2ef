package dev.blackstart.recovery;

import dev.blackstart.definition.Site;
import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.secret.Secret;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Asks for the site's account: the survivors open it on the responder as they would in life, and it is compared. */
public final class AccountDoor implements Door {
    private static final Duration LOOK_UP = Duration.ofSeconds(20);

    private final Responder responder;
    private final Map<String, Secret> accounts;
    private final Set<String> admitted = new HashSet<>();

    /** @param accounts the real value of each secret that is some site's account */
    public AccountDoor(Responder responder, Map<String, Secret> accounts) {
        this.responder = responder;
        this.accounts = Map.copyOf(accounts);
    }

    @Override
    public void admit(Site site) {
        if (admitted.contains(site.account())) {
            return;
        }
        Secret account = accounts.get(site.account());
        if (account == null) {
            throw new IllegalStateException(
                    "nobody told " + site.provider() + " the value of " + site.account() + ", so it knows no customer");
        }
        if (!account.matches(shown(site))) {
            throw RecoveryException.wanting(
                    site.account(), site.provider() + " does not accept this " + site.account());
        }
        admitted.add(site.account());
    }

    /** What the survivors see when they open the account; what a tool says besides, such as a warning, is not part of it. */
    private String shown(Site site) {
        Typed shown = responder.open(site.account(), LOOK_UP);
        if (shown.outcome() == StepOutcome.FAILED) {
            throw RecoveryException.wanting(
                    site.account(),
                    site.provider() + " asks for " + site.account() + ", which cannot be opened here: "
                            + shown.cause());
        }
        if (shown.outcome() != StepOutcome.DONE) {
            throw new IllegalStateException(
                    "nobody can tell whether " + site.account() + " opens on the responder: " + shown.untold());
        }
        return shown.out().stripTrailing();
    }
}
