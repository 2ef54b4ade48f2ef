package dev.blackstart.recovery;

import java.util.Optional;

/**
 * Says why a step is refused: what it asks for is not to be had, and that is the recovery's own failure. Whatever else
 * goes wrong (an engine that dies, a host that takes no key) is no failure of a step, and is never thrown as this.
 */
public final class RecoveryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String secret;

    /** @param reason ends a sentence that begins with the step */
    public RecoveryException(String reason) {
        this(reason, "");
    }

    private RecoveryException(String reason, String secret) {
        super(reason);
        this.secret = secret;
    }

    /** Somebody asked for a secret, and did not get it. */
    static RecoveryException wanting(String secret, String reason) {
        return new RecoveryException(reason, secret);
    }

    /** The secret that was wanting. */
    Optional<String> secret() {
        return Optional.of(secret).filter(name -> !name.isEmpty());
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
