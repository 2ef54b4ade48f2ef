package dev.blackstart.run;

import java.nio.file.Path;
import java.util.Optional;

/** Where a user's files go, by the XDG Base Directory Specification. */
public final class UserDirectories {
    private UserDirectories() {}

    public static Path state() {
        return directory("XDG_STATE_HOME", ".local/state");
    }

    public static Path cache() {
        return directory("XDG_CACHE_HOME", ".cache");
    }

    private static Path directory(String variable, String otherwise) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(path -> path.startsWith("/"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), otherwise))
                .resolve("blackstart");
    }
}
