package dev.blackstart.report;

import dev.blackstart.verdict.SecretResult;

/** What was shown of a secret, the most first; all reports word it alike. */
enum Shown {
    NEEDED("proven needed"),
    REPLACEABLE("replaceable"),
    IN_VAIN("opened in vain"),
    OPENED("opened, unproven"),
    UNPROVEN("unproven");

    private final String words;

    Shown(String words) {
        this.words = words;
    }

    static Shown of(SecretResult secret) {
        return switch (secret.proof()) {
            case NEEDED -> NEEDED;
            case REPLACEABLE -> REPLACEABLE;
            case IN_VAIN -> IN_VAIN;
            case UNPROVEN -> secret.opened() ? OPENED : UNPROVEN;
        };
    }

    String words() {
        return words;
    }
}
