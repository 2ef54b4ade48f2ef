package dev.blackstart.proof;

/**
 * What an answer amounts to.
 *
 * @param why in words; empty where there is nothing to say
 * @param signer whose SSH key has signed, {@code SHA256:…}; empty where it is not another's
 */
public record Reply(State state, String why, String signer) {
    /** How an answer stands to its challenge. */
    public enum State {
        /** There is none. */
        NONE,
        /** It was made by the key, after it was asked. */
        GOOD,
        /** It answers another challenge. */
        OTHER_CHALLENGE,
        /** Another key has signed. */
        OTHER_KEY,
        /** It is none, cut off, or changed; or the challenge is. */
        BROKEN,
        /** It holds a private key. */
        PRIVATE_KEY,
        /** It could not be checked here. */
        UNTOLD
    }

    static final Reply NONE = of(State.NONE, "");
    static final Reply GOOD = of(State.GOOD, "");

    static Reply of(State state, String why) {
        return new Reply(state, why, "");
    }
}
