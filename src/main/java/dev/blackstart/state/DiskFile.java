package dev.blackstart.state;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import java.time.Duration;
import java.util.HexFormat;

/**
 * A file of a host, damaged as its disk would, below whoever owns it. Each damage is read back through the file, and throws
 * {@link DamageException} where it is not seen there.
 */
record DiskFile(Host host, String path) {
    private static final Duration SOON = Duration.ofMinutes(1);

    byte[] read(long offset, int length) {
        return HexFormat.of().parseHex(seen(offset, length, "read").before());
    }

    /** Turn every bit of some bytes. */
    void flip(long offset, int length) {
        Seen seen = seen(offset, length, "flip");
        check(seen.after().equals(flipped(seen.before())), seen);
    }

    /** Overwrite some bytes, which are not zeros, with zeros. */
    void zero(long offset, int length) {
        Seen seen = seen(offset, length, "zero");
        check(!seen.after().equals(seen.before()) && seen.after().equals("00".repeat(length)), seen);
    }

    /** Leave so many bytes; answers with how many there were. */
    long cut(long length) {
        Seen seen = seen(length, 0, "cut");
        check(seen.after().equals(String.valueOf(length)) && !seen.before().equals(seen.after()), seen);
        return Long.parseLong(seen.before());
    }

    void delete() {
        Seen seen = seen(0, 0, "delete");
        check(seen.before().equals("1") && seen.after().equals("0"), seen);
    }

    private record Seen(String before, String after) {}

    private Seen seen(long offset, int length, String how) {
        Outcome outcome = host.run(Command.as(
                        "root",
                        "perl",
                        "-e",
                        Scripts.text(DiskFile.class, "disk-file.pl"),
                        path,
                        String.valueOf(offset),
                        String.valueOf(length),
                        how)
                .within(SOON));
        String[] words = outcome.out().strip().split(" ", -1);
        if (!outcome.succeeded() || words.length != 2) {
            throw new DamageException(
                    path + " could not be damaged",
                    outcome.succeeded()
                            ? told(outcome.out().strip())
                            : outcome.err().strip());
        }
        return new Seen(words[0], words[1]);
    }

    private void check(boolean done, Seen seen) {
        if (!done) {
            throw new DamageException(path + " could not be damaged", told(seen.before() + " " + seen.after()));
        }
    }

    private static String told(String words) {
        return "read back: " + words;
    }

    /** The hexadecimal text of the same bytes with every bit turned. */
    private static String flipped(String hex) {
        StringBuilder flipped = new StringBuilder();
        hex.chars().forEach(digit -> flipped.append(Character.forDigit(15 - Character.digit(digit, 16), 16)));
        return flipped.toString();
    }
}
