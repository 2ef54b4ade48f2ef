package dev.blackstart.environment.docker;

import dev.blackstart.environment.EngineException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;

/** Why a socket leads to no engine. */
record Trouble(String what, Optional<String> hint) {
    /** Empty where somebody takes a connection; a socket that a killed engine left behind takes none. */
    static Optional<Trouble> of(Path socket) {
        if (!Files.exists(socket)) {
            return Optional.of(new Trouble("is not there: no such socket", Optional.empty()));
        }
        if (!Files.isReadable(socket) || !Files.isWritable(socket)) {
            String user = System.getProperty("user.name");
            return Optional.of(new Trouble(
                    "may not be used by " + user,
                    Optional.of("sudo usermod -aG %s %s, then log in again; or run as root."
                            .formatted(group(socket), user))));
        }
        try {
            SocketChannel.open(UnixDomainSocketAddress.of(socket)).close();
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.of(new Trouble("does not answer: " + e.getMessage(), Optional.empty()));
        }
    }

    /** @param otherwise what to do about it, where nothing better is known */
    EngineException of(String whose, String otherwise) {
        return new EngineException(whose + " " + what, hint.orElse(otherwise));
    }

    private static String group(Path socket) {
        try {
            return Files.readAttributes(socket, PosixFileAttributes.class)
                    .group()
                    .getName();
        } catch (IOException e) {
            return "docker";
        }
    }
}
