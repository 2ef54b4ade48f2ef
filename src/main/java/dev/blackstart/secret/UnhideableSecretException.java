package dev.blackstart.secret;

/** Says that a value is so short that hiding it would hide ordinary text everywhere. */
public final class UnhideableSecretException extends IllegalArgumentException {
    private final String secret;

    UnhideableSecretException(Secret secret, int shortest) {
        super("the value of secret '" + secret.name() + "' has fewer than " + shortest
                + " characters: it cannot be told from ordinary text, so it cannot be kept out of reports");
        this.secret = secret.name();
    }

    /** The name of the secret whose value is too short. */
    public String secret() {
        return secret;
    }
}
