package dev.blackstart.drill;

import dev.blackstart.environment.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Who is alive: each run holds a lock on a file of its own, which the operating system lets go when the process dies,
 * however it dies. So no reused process id and no restarted machine looks like an owner.
 */
public final class Leases implements Engine.Owners {
    private static final String KEPT = "kept";

    /** Before a run's name as long as its lease is not locked: no such file is anybody's lease. */
    private static final String UNBORN = ".";

    /** Those of this process. Looking at their files would let their locks go: POSIX releases all at any close. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path directory;

    private Leases(Path directory) {
        this.directory = directory;
    }

    /** The leases of this user, in {@code $XDG_STATE_HOME/blackstart/runs}. */
    public static Leases ofThisUser() {
        return new Leases(UserDirectories.state().resolve("runs"));
    }

    static Leases in(Path directory) {
        return new Leases(directory);
    }

    /**
     * Hold a run's lease until it is closed. It appears locked and whole: nobody who looks while a run begins takes it for
     * dead.
     *
     * @param reports where the run's reports go
     */
    Lease acquire(String run, Path reports) throws IOException {
        Files.createDirectories(directory);
        Path unborn = directory.resolve(UNBORN + run);
        Path file = directory.resolve(run);
        FileChannel channel = FileChannel.open(unborn, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            channel.lock();
            channel.write(StandardCharsets.UTF_8.encode(
                    reports.toAbsolutePath().normalize().toString()));
            OURS.add(file.toAbsolutePath());
            Files.move(unborn, file, StandardCopyOption.ATOMIC_MOVE);
            return new Lease(file, channel);
        } catch (IOException e) {
            OURS.remove(file.toAbsolutePath());
            channel.close();
            Files.deleteIfExists(unborn);
            throw e;
        }
    }

    /** Known to be dead: there is a lease, and nobody holds it. A run without a lease is somebody else's. */
    @Override
    public boolean dead(String run) {
        Path file = directory.resolve(run).normalize();
        if (run.startsWith(UNBORN)
                || !directory.equals(file.getParent())
                || !Files.isRegularFile(file)
                || OURS.contains(file.toAbsolutePath())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs whose owner died before it could end them. */
    public List<Dead> dead() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(this::dead)
                    .sorted()
                    .map(this::describe)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for the leases of dead runs", e);
        }
    }

    /** Forget a dead run, once nothing is left of it. */
    public void forget(Dead dead) {
        try {
            Files.deleteIfExists(directory.resolve(dead.run()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot forget the run " + dead.run(), e);
        }
    }

    private Dead describe(String run) {
        try {
            List<String> lines = Files.readAllLines(directory.resolve(run));
            return new Dead(run, Path.of(lines.isEmpty() ? "" : lines.get(0)), lines.contains(KEPT));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the lease of " + run, e);
        }
    }

    /**
     * A run whose process is no more.
     *
     * @param reports its directory
     * @param kept its replica was left up on purpose
     */
    public record Dead(String run, Path reports, boolean kept) {}

    /** Held while a run lives; left behind for the next sweep unless the run says that nothing is left of it. */
    static final class Lease implements AutoCloseable {
        private final Path file;
        private final FileChannel channel;

        private Lease(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        /** Leave the lease behind: the run's replica stays up for a look, until somebody sweeps. */
        void keep() throws IOException {
            channel.write(StandardCharsets.UTF_8.encode("\n" + KEPT));
        }

        /** Take the lease away: nothing is left in the engine, and the report is written. */
        void end() throws IOException {
            Files.deleteIfExists(file);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            OURS.remove(file.toAbsolutePath());
        }
    }
}
