package dev.blackstart.store;

import dev.blackstart.machine.Desk;
import dev.blackstart.secret.Secret;
import dev.blackstart.store.DrilledStore.Restore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What controls have changed in a vault. A vault that is down, or that was rebuilt from a snapshot of before, does not know of
 * it: what is to be changed there is changed again after each step.
 */
final class VaultChanges {
    private final VaultSecrets secrets;
    private final Predicate<Desk> open;
    private final List<Change> made = new ArrayList<>();

    /** @param open whether the vault answers, and is not sealed */
    VaultChanges(VaultSecrets secrets, Predicate<Desk> open) {
        this.secrets = secrets;
        this.open = open;
    }

    Restore make(Desk desk, Change change) {
        if (open.test(desk) && !change.make(desk, secrets)) {
            return () -> {}; // it lies elsewhere
        }
        made.add(change);
        return () -> {
            if (made.remove(change) && open.test(desk)) {
                change.undo(desk, secrets);
            }
        };
    }

    /** Make all of them once more, where they have not lasted. */
    void again(Desk desk) {
        if (!made.isEmpty() && open.test(desk)) {
            made.forEach(change -> change.make(desk, secrets));
        }
    }

    /** The secrets that nobody may be given. */
    Set<String> withheld() {
        Set<String> withheld = new LinkedHashSet<>();
        made.forEach(change -> change.withheld().ifPresent(withheld::add));
        return withheld;
    }

    /** One change, which is made as often as it does not last. */
    interface Change {
        /** Make it; false: the vault does not hold the secret. */
        boolean make(Desk desk, VaultSecrets secrets);

        void undo(Desk desk, VaultSecrets secrets);

        default Optional<String> withheld() {
            return Optional.empty();
        }
    }

    /** Each version of a secret is deleted, which can be undone; whoever asks for it is told that it is not there. */
    static final class Removed implements Change {
        private final String secret;
        private final Set<Integer> removed = new LinkedHashSet<>();

        Removed(String secret) {
            this.secret = secret;
        }

        @Override
        public boolean make(Desk desk, VaultSecrets secrets) {
            List<Integer> there = secrets.versions(desk, secret);
            if (!there.isEmpty()) {
                removed.addAll(there);
                secrets.turn(desk, "delete", secret, there);
            }
            return !removed.isEmpty();
        }

        @Override
        public void undo(Desk desk, VaultSecrets secrets) {
            if (!removed.isEmpty()) {
                secrets.turn(desk, "undelete", secret, removed);
            }
        }

        @Override
        public Optional<String> withheld() {
            return Optional.of(secret);
        }
    }

    /** Another value is the newest version. */
    static final class Replaced implements Change {
        private final Secret other;
        private Optional<String> own = Optional.empty();

        Replaced(Secret other) {
            this.other = other;
        }

        @Override
        public boolean make(Desk desk, VaultSecrets secrets) {
            Optional<String> there = secrets.value(desk, other.name());
            if (there.isPresent() && !other.matches(there.get())) {
                own = there;
                secrets.write(desk, other.name(), other.revealBytes());
            }
            return there.isPresent();
        }

        @Override
        public void undo(Desk desk, VaultSecrets secrets) {
            own.ifPresent(value -> secrets.write(
                    desk, other.name(), Secret.of(other.name(), value).revealBytes()));
        }
    }
}
