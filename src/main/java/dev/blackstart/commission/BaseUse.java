package dev.blackstart.commission;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Says to every process of this user which bases are in use, by a shared lock on a file beside each; the operating system
 * lets it go when a process dies.
 */
final class BaseUse {
    private static final String SUFFIX = ".used";

    /** Those of this process; looking at their files would let the locks go: POSIX releases all at any close. */
    private static final Map<Path, Held> HELD = new HashMap<>();

    private record Held(FileChannel channel, int users) {}

    /** What is done to a base that nobody uses. */
    interface Removal {
        void run() throws IOException;
    }

    private BaseUse() {}

    static void begin(Path base) throws IOException {
        synchronized (HELD) {
            Held held = HELD.get(base);
            if (held == null) {
                FileChannel channel = open(base);
                Objects.requireNonNull(channel.lock(0, Long.MAX_VALUE, true));
                held = new Held(channel, 0);
            }
            HELD.put(base, new Held(held.channel(), held.users() + 1));
        }
    }

    static void end(Path base) throws IOException {
        synchronized (HELD) {
            Held held = Objects.requireNonNull(HELD.remove(base));
            if (held.users() > 1) {
                HELD.put(base, new Held(held.channel(), held.users() - 1));
            } else {
                held.channel().close();
            }
        }
    }

    /** Do something to a base, unless somebody uses it; says whether it was done. */
    static boolean unlessUsed(Path base, Removal removal) throws IOException {
        synchronized (HELD) {
            if (HELD.containsKey(base)) {
                return false;
            }
            try (FileChannel channel = open(base);
                    FileLock alone = channel.tryLock()) {
                if (alone == null) {
                    return false;
                }
                removal.run();
                return true;
            }
        }
    }

    private static FileChannel open(Path base) throws IOException {
        return FileChannel.open(
                base.resolveSibling(base.getFileName() + SUFFIX),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }
}
