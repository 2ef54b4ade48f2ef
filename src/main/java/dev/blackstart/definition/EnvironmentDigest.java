package dev.blackstart.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Names what an environment was commissioned from: {@code compose.yaml}, {@code secrets.yaml}, the commissioning
 * runbook, and every file below {@code images} or in a build context, with its path, its mode and its content. Files that commissioning does
 * not read, such as the other runbooks, do not count.
 */
public final class EnvironmentDigest {
    private static final int BUFFER = 64 * 1024;

    private EnvironmentDigest() {}

    /**
     * Computes the SHA-256, in hex.
     *
     * @param makers what else it was made by; others give another digest
     */
    public static String of(EnvironmentDefinition environment, String makers) throws IOException {
        Path directory = environment.directory();
        MessageDigest digest = Sha256.start();
        add(digest, makers);
        List<Path> single = List.of(
                directory.resolve(EnvironmentReader.COMPOSE),
                directory.resolve(EnvironmentReader.SECRETS),
                directory.resolve("runbooks").resolve(EnvironmentDefinition.COMMISSION));
        for (Path file : single) {
            addFile(digest, directory, file);
        }
        Set<Path> built = new TreeSet<>(Comparator.comparing((Path file) -> name(directory, file)));
        built.addAll(below(directory.resolve("images")));
        for (Service service : environment.services().values()) {
            built.addAll(below(service.build().context()));
        }
        for (Path file : built) {
            addFile(digest, directory, file);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Lists files and links; symbolic links are not followed, but for the directory itself. */
    private static List<Path> below(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        Path real = directory.toRealPath();
        try (Stream<Path> files = Files.walk(real)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> directory.resolve(real.relativize(file)))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void addFile(MessageDigest digest, Path directory, Path file) throws IOException {
        add(digest, name(directory, file));
        if (Files.isSymbolicLink(file)) {
            add(digest, "link");
            add(digest, Files.readSymbolicLink(file).toString());
            return;
        }
        if (!Files.exists(file)) {
            add(digest, "none");
            return;
        }
        add(digest, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        add(digest, Long.toString(Files.size(file)));
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }

    private static String name(Path directory, Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }

    /** Adds a text and its end, so that two texts never read as one. */
    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
