package dev.blackstart.environment.docker;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Sends tar files into containers, as a stream. */
final class Archives {
    private Archives() {}

    /** Unpack over the root directory, whether the container runs or not; volumes are filled, a tmpfs is not. */
    static void put(Api api, String container, String name, Path tar, Duration limit) {
        api.call("unpack " + tar.getFileName() + " on " + name, limit, docker -> {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(tar), 256 * 1024)) {
                docker.copyArchiveToContainerCmd(container)
                        .withTarInputStream(in)
                        .withRemotePath("/")
                        .exec();
                return true;
            }
        });
    }
}
