package dev.blackstart.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who is alive: each run holds a lock on a file of its own, which the operating system lets go when the process dies,
 * however it dies. So no reused process id and no restarted machine looks like an owner.
 */
public final class Leases {
    /** Runs that could not end in good order. */
    static final Predicate<Dead> KILLED = dead -> !dead.kept();

    /** Those too whose replica was left up for a look; stages stay until they are taken down. */
    static final Predicate<Dead> KILLED_OR_KEPT = dead -> dead.stage().isEmpty();

    private static final String KEPT = "kept";
    private static final String STAGE = "stage of ";

    /** Bytes: a path and a word. */
    private static final int LONGEST = 16 * 1024;

    /** Behind a run's name as long as its lease is not locked: no such file is anybody's lease. No run is named so. */
    private static final String UNBORN = ".unborn";

    /** Those of this process. Looking at their files would let their locks go: POSIX releases all at any close. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path directory;

    private Leases(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /** The leases of this user, in {@code $XDG_STATE_HOME/blackstart/runs}. */
    public static Leases ofThisUser() {
        return in(UserDirectories.state().resolve("runs"));
    }

    /** Leases that nobody else looks at. */
    public static Leases in(Path directory) {
        return new Leases(directory);
    }

    /**
     * Hold a run's lease until it is closed. It appears locked and whole: nobody who looks while a run begins takes it for
     * dead.
     *
     * @param reports where the run's reports go
     */
    public Lease acquire(String run, Path reports) throws IOException {
        Files.createDirectories(directory);
        Path unborn = directory.resolve(run + UNBORN);
        Path file = directory.resolve(run);
        FileChannel channel = FileChannel.open(unborn, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            channel.lock();
            channel.write(StandardCharsets.UTF_8.encode(
                    reports.toAbsolutePath().normalize().toString()));
            OURS.add(file);
            Files.move(unborn, file, StandardCopyOption.ATOMIC_MOVE);
            return new Lease(file, channel);
        } catch (IOException e) {
            OURS.remove(file);
            channel.close();
            Files.deleteIfExists(unborn);
            throw e;
        }
    }

    /**
     * Take over the runs whose owner died before it could end them: there is a lease, and nobody held it. Whoever else
     * looks takes them for alive until they are closed. A run without a lease is somebody else's.
     *
     * @param said gets a line for each lease that cannot be read
     */
    List<Dead> takeOver(Predicate<Dead> wanted, Consumer<String> said) {
        List<Dead> taken = new ArrayList<>();
        for (Path file : files()) {
            try {
                takeOver(file).ifPresent(dead -> {
                    if (wanted.test(dead)) {
                        taken.add(dead);
                    } else {
                        dead.close();
                    }
                });
            } catch (IOException e) {
                said.accept("the lease " + file + " cannot be read: " + e);
            }
        }
        return taken;
    }

    private List<Path> files() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.toString().endsWith(UNBORN))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for the leases of dead runs", e);
        }
    }

    private static Optional<Dead> takeOver(Path file) throws IOException {
        if (!OURS.add(file)) {
            return Optional.empty();
        }
        Optional<Dead> dead = Optional.empty();
        try {
            dead = locked(file);
            return dead;
        } finally {
            if (dead.isEmpty()) {
                OURS.remove(file);
            }
        }
    }

    private static Optional<Dead> locked(Path file) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // it ended in good order just now, or another command has finished it
        }
        boolean taken = false;
        try {
            taken = channel.tryLock() != null && Files.exists(file);
            return taken ? Optional.of(Dead.read(file, channel)) : Optional.empty();
        } catch (IOException e) {
            taken = false;
            throw e;
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    /** A run whose process is no more, in our hands until it is closed. */
    static final class Dead implements AutoCloseable {
        private final Path file;
        private final FileChannel channel;
        private final List<String> lines;

        private Dead(Path file, FileChannel channel, List<String> lines) {
            this.file = file;
            this.channel = channel;
            this.lines = lines;
        }

        /** Through the channel that holds the lock: closing another one would let it go. */
        private static Dead read(Path file, FileChannel channel) throws IOException {
            String text = new String(Channels.newInputStream(channel).readNBytes(LONGEST), StandardCharsets.UTF_8);
            return new Dead(file, channel, text.lines().toList());
        }

        String run() {
            return String.valueOf(file.getFileName());
        }

        /** Where its reports go; empty where the lease does not say so. */
        Optional<Path> reports() {
            return lines.stream()
                    .limit(1)
                    .filter(line -> line.startsWith("/"))
                    .map(Path::of)
                    .findFirst();
        }

        /** Whether its replica was left up on purpose. */
        boolean kept() {
            return lines.contains(KEPT);
        }

        /** The environment that it is a stage of; empty: it is none. */
        Optional<String> stage() {
            return lines.stream()
                    .filter(line -> line.startsWith(STAGE))
                    .map(line -> line.substring(STAGE.length()))
                    .findFirst();
        }

        /** What stands for it until it is forgotten. */
        Path lease() {
            return file;
        }

        /** Nothing is left of it. */
        void forget() throws IOException {
            Files.deleteIfExists(file);
        }

        @Override
        public void close() {
            release(file, channel);
        }
    }

    /** Held while a run lives; left behind for the next sweep unless the run says that nothing is left of it. */
    public static final class Lease implements AutoCloseable {
        private final Path file;
        private final FileChannel channel;

        private Lease(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        /** Leave the lease behind: the run's replica stays up for a look, until somebody sweeps. */
        public void keep() throws IOException {
            channel.write(ByteBuffer.wrap(("\n" + KEPT).getBytes(StandardCharsets.UTF_8)));
        }

        /** Leave the lease behind: the run's replica is a stage, which stays up until somebody takes it down. */
        public void stage(String environment) throws IOException {
            channel.write(ByteBuffer.wrap(("\n" + KEPT + "\n" + STAGE + environment).getBytes(StandardCharsets.UTF_8)));
        }

        /** Take the lease away: nothing is left in the engine, and the report is written. */
        public void end() throws IOException {
            Files.deleteIfExists(file);
        }

        @Override
        public void close() {
            release(file, channel);
        }
    }

    private static void release(Path file, FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot let the lease " + file + " go", e);
        } finally {
            OURS.remove(file);
        }
    }
}
