package dev.blackstart.verification;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What checks said before the disaster, for those that compare; what did not stay the same compares with nothing. */
public final class SaidBefore {
    private final Map<String, Optional<String>> said = new ConcurrentHashMap<>();
    private volatile boolean struck;

    /** Take no more: what is said from now on is said after the disaster. */
    public void close() {
        struck = true;
    }

    boolean struck() {
        return struck;
    }

    void remember(String check, String text) {
        said.merge(check, Optional.of(text), (one, other) -> one.equals(other) ? one : Optional.empty());
    }

    Optional<String> of(String check) {
        return Objects.requireNonNullElse(said.get(check), Optional.empty());
    }
}
