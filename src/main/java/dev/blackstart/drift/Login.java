package dev.blackstart.drift;

import dev.blackstart.finding.Place;
import java.util.List;
import java.util.Optional;

/**
 * A key for which a server has a line.
 *
 * @param person of the inventory whose key it is
 * @param key such as {@code ssh-ed25519}
 * @param fingerprint {@code SHA256:…}
 * @param comment what the line calls the key: whoever wrote the line could call it anything
 * @param restrictions such as {@code from="10.0.0.0/8"}
 * @param until when the server begins to refuse it
 */
public record Login(
        State state,
        Optional<String> person,
        String key,
        String fingerprint,
        String comment,
        List<String> restrictions,
        Optional<String> until,
        Place place) {
    public Login {
        restrictions = List.copyOf(restrictions);
    }

    /** Say whether whoever has the key may log in by it. */
    public boolean letsIn() {
        return state == State.FULL || state == State.RESTRICTED;
    }

    /** What the line lets its key do. */
    public enum State {
        /** Log in. */
        FULL,
        /** Log in from some places, or do some things. */
        RESTRICTED,
        /** Sign keys of others, who then log in. */
        AUTHORITY,
        /** Nothing any more. */
        EXPIRED
    }
}
