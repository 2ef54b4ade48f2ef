package dev.blackstart.state;

import dev.blackstart.testing.ThisMachine;
import dev.blackstart.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Times a tree against what only reads it, in turns: {@code ci/bench/files} runs it in a process of its own. */
final class FilesBenchmark {
    private static final int ROUNDS = 5;
    private static final int IN_A_DIRECTORY = 500;

    private FilesBenchmark() {}

    /** @param arguments how many files, how many bytes on the average, and an empty directory */
    public static void main(String[] arguments) throws IOException {
        int files = Integer.parseInt(arguments[0]);
        int bytes = Integer.parseInt(arguments[1]);
        Path directory = Path.of(arguments[2]);
        Tree tree = new Tree(Files.createDirectory(directory.resolve("tree")));
        fill(tree.path(), files, bytes);
        ThisMachine host = new ThisMachine(Files.createDirectory(directory.resolve("tools")));
        FilesState state = new FilesState(tree.path().toString(), List.of());

        double[] ours = new double[ROUNDS];
        double[] plain = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            plain[round] = seconds(() -> tree.bash("find . -type f -print0 | xargs -0 -P2 sha256sum >/dev/null"));
            ours[round] = seconds(() -> print(state.fingerprint(host, "mark"), files));
        }
        Arrays.sort(ours);
        Arrays.sort(plain);
        double mine = ours[ROUNDS / 2];
        double theirs = plain[ROUNDS / 2];
        System.out.printf(
                Locale.ROOT,
                "%,d files of %,d bytes: fingerprint %.2f s, find | xargs -P2 sha256sum %.2f s, ratio %.2f; medians of %d in turns%n",
                files,
                bytes,
                mine,
                theirs,
                mine / theirs,
                ROUNDS);
        System.gc();
        Fingerprint kept = state.fingerprint(host, "mark");
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "with a fingerprint of %,d things %,d MB of the heap are in use%n",
                kept.size(),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    /** No two files are alike, and sizes go from nothing to twice the average. */
    private static void fill(Path tree, int files, int bytes) throws IOException {
        byte[] content = new byte[2 * bytes + 1];
        new Random(1).nextBytes(content);
        for (int file = 0; file < files; file++) {
            Path in = tree.resolve(String.format(Locale.ROOT, "uploads/%03x", file / IN_A_DIRECTORY));
            if (file % IN_A_DIRECTORY == 0) {
                Files.createDirectories(in);
            }
            int length = (int) (file * 7919L % (2L * bytes + 1));
            content[0] = (byte) file;
            Files.write(in.resolve("photo-%06d.jpg".formatted(file)), Arrays.copyOf(content, length));
        }
    }

    private static void print(Fingerprint print, int files) {
        long read = print.of(FileContent.SORT).values().stream()
                .filter(content -> !FileContent.of(content).isDirectory())
                .count();
        if (read != files) {
            throw new IllegalStateException("only %d were read".formatted(read));
        }
    }

    private static double seconds(Runnable work) {
        long started = System.nanoTime();
        work.run();
        return (System.nanoTime() - started) / 1e9;
    }
}
