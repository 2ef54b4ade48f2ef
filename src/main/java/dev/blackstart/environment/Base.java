package dev.blackstart.environment;

import java.nio.file.Path;

/**
 * What commissioning made, kept outside the engine: one tar file a host (what it wrote since it was blank, volumes
 * included), the people's keys, the stores, the public documents and the values to redact.
 *
 * <p>Its directory is the user's alone (mode 0700): it holds secrets, generated ones of a replica.
 */
public record Base(Path directory) {
    /** The tar file of one host, with paths relative to its root directory. */
    public Path host(String service) {
        return directory.resolve("hosts").resolve(service + ".tar");
    }

    /** A file or directory of the workstation from which the environment was commissioned. */
    public Path workstation(String name) {
        return directory.resolve("workstation").resolve(name);
    }
}
