package dev.blackstart.commission;

import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.EnvironmentDigest;
import dev.blackstart.environment.Base;
import dev.blackstart.secret.OwnFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps what commissioning made, by the digest of everything that it was made from, so that an environment is
 * commissioned once and drilled many times. They are this user's alone, and lie outside the engine. Whatever it gave is in
 * use until it is closed, and is removed by nobody until then.
 */
public final class Bases implements AutoCloseable {
    /** Older ones of the same environment are removed. */
    private static final int KEPT = 3;

    private static final String UNFINISHED = ".unfinished";
    private static final String LOCK = ".lock";

    /** Without a use for so long, a base is forgotten. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final Pattern NAME = Pattern.compile("(.+)-[0-9a-f]{16}");

    private final Path directory;
    private final List<Path> used = new ArrayList<>();

    /** @param cache of this user */
    public Bases(Path cache) {
        this.directory = cache.toAbsolutePath().resolve("bases");
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
            OwnFiles.close(OwnFiles.directory(directory));
            BaseUse.begin(home);
            used.add(home);
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

    /** Nothing that it gave is in use any more. */
    @Override
    public void close() {
        for (Path base : used) {
            try {
                BaseUse.end(base);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot let the base " + base + " go", e);
            }
        }
        used.clear();
    }

    /** Forget all but the newest base of each environment, and that too once nobody used it for long; say what stays. */
    public void forgetUnused(Consumer<String> said) {
        try {
            Map<String, List<Path>> bases = new TreeMap<>();
            for (Path base : all(NAME)) {
                Matcher name = NAME.matcher(String.valueOf(base.getFileName()));
                bases.computeIfAbsent(name.matches() ? name.group(1) : "", unused -> new ArrayList<>())
                        .add(base);
            }
            FileTime limit = FileTime.from(java.time.Clock.systemUTC().instant().minus(REMEMBERED));
            for (List<Path> newestFirst : bases.values()) {
                for (Path base : newestFirst) {
                    boolean wanted =
                            base.equals(newestFirst.get(0)) && usedAt(base).compareTo(limit) >= 0;
                    boolean gone = !wanted && BaseUse.unlessUsed(base, () -> remove(base));
                    said.accept(gone ? "forgot the base " + base.getFileName() : stays(base));
                }
            }
        } catch (IOException e) {
            said.accept("bases could not be looked through: " + e);
        }
    }

    private static String stays(Path base) throws IOException {
        try (Stream<Path> files = Files.walk(base)) {
            long bytes = files.map(Path::toFile)
                    .filter(File::isFile)
                    .mapToLong(File::length)
                    .sum();
            return "left the base %s (%,d MB, last used %s): the next run begins with it"
                    .formatted(base, bytes / 1_000_000, usedAt(base).toString().substring(0, 10));
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
        List<Path> ours = all(Pattern.compile(Pattern.quote(environment) + "-[0-9a-f]{16}"));
        for (Path old : ours.subList(Math.min(KEPT, ours.size()), ours.size())) {
            BaseUse.unlessUsed(old, () -> remove(old));
        }
    }

    /** Those of such a name, the one that was used last first. */
    private List<Path> all(Pattern name) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(Files::isDirectory)
                    .filter(path ->
                            name.matcher(String.valueOf(path.getFileName())).matches())
                    .sorted(Comparator.comparing(Bases::usedAt).reversed())
                    .toList();
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
