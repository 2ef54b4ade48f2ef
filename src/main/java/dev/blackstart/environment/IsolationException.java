package dev.blackstart.environment;

import java.util.List;

/** Says that something leads out of the replica; no drill starts. */
public final class IsolationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> waysOut;

    public IsolationException(List<String> waysOut) {
        super(String.join("; ", waysOut));
        this.waysOut = List.copyOf(waysOut);
    }

    public List<String> waysOut() {
        return waysOut;
    }
}
