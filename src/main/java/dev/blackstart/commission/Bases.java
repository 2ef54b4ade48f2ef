package dev.blackstart.commission;

import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.EnvironmentDigest;
import dev.blackstart.environment.Base;
import dev.blackstart.secret.OwnFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps what commissioning made, by the digest of everything that it was made from, so that an environment is
 * commissioned once and drilled many times. They are this user's alone, and lie outside the engine.
 */
public final class Bases {
    /** Older ones of the same environment are removed. */
    private static final int KEPT = 3;

    private static final String UNFINISHED = ".unfinished";
    private static final String LOCK = ".lock";

    private final Path directory;

    /** @param cache of this user */
    public Bases(Path cache) {
        this.directory = cache.resolve("bases");
    }

    /**
     * The base of an environment, commissioned now if it is not there yet; two processes that want the same one wait for
     * each other.
     *
     * @param images the ids of the images that it is commissioned on, by service
     * @param commission fills an empty directory
     */
    public Base of(EnvironmentDefinition environment, Map<String, String> images, UnaryOperator<Path> commission) {
        try {
            String makers = OwnScripts.digest() + new TreeMap<>(images);
            String name = environment.name() + "-"
                    + EnvironmentDigest.of(environment, makers).substring(0, 16);
            Path home = directory.resolve(name);
            if (!Files.isDirectory(home) || !OwnFiles.alone(home)) {
                make(home, commission);
                forgetOlder(environment.name());
            }
            Files.setLastModifiedTime(
                    home, FileTime.from(java.time.Clock.systemUTC().instant()));
            return new Base(home);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the base of " + environment.name(), e);
        }
    }

    /** Remove what killed commissionings left unfinished, secrets of a replica among it; never what is being made. */
    public void removeUnfinished(Consumer<String> progress) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> all = Files.list(directory)) {
            for (Path left :
                    all.filter(path -> path.toString().endsWith(UNFINISHED)).toList()) {
                removeUnfinished(left, progress);
            }
        } catch (IOException e) {
            progress.accept("an unfinished base could not be removed: " + e.getMessage());
        }
    }

    private static void removeUnfinished(Path left, Consumer<String> progress) throws IOException {
        String name = String.valueOf(left.getFileName());
        Path lock = left.resolveSibling(name.substring(0, name.length() - UNFINISHED.length()) + LOCK);
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held != null) {
                remove(left);
                progress.accept("removed the unfinished base " + name);
            }
        }
    }

    private void make(Path home, UnaryOperator<Path> commission) throws IOException {
        OwnFiles.directory(directory);
        Path lock = directory.resolve(home.getFileName() + LOCK);
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (held.isValid() && Files.isDirectory(home) && !OwnFiles.alone(home)) {
                remove(home); // others may have read or changed it
            }
            if (held.isValid() && !Files.isDirectory(home)) {
                Path unfinished = directory.resolve(home.getFileName() + UNFINISHED);
                remove(unfinished);
                OwnFiles.directory(unfinished);
                try {
                    Files.move(commission.apply(unfinished), home);
                } finally {
                    remove(unfinished);
                }
            }
        }
    }

    private void forgetOlder(String environment) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            List<Path> ours = all.filter(Files::isDirectory)
                    .filter(path ->
                            String.valueOf(path.getFileName()).matches(Pattern.quote(environment) + "-[0-9a-f]{16}"))
                    .sorted(Comparator.comparing(Bases::usedAt).reversed())
                    .toList();
            for (Path old : ours.subList(Math.min(KEPT, ours.size()), ours.size())) {
                remove(old);
            }
        }
    }

    private static FileTime usedAt(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static void remove(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
