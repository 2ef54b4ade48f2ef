package dev.blackstart.definition;

import java.util.Optional;

/** Names of an environment whose files could not be read: every mention passes. */
final class NoNames {
    private NoNames() {}

    static Names names() {
        return new Names(Optional.empty(), Optional.empty(), new Problems());
    }
}
