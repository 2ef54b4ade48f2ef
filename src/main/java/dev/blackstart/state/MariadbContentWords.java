package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Words how what a MariaDB holds changed: rows, and the numbers that it gives next. */
final class MariadbContentWords {
    private static final String CYCLES = "cycles";

    private MariadbContentWords() {}

    static Optional<String> rows(Content before, Content after) {
        if (after.content().equals(MariadbDifferences.UNREADABLE)) {
            return before.equals(after)
                    ? Optional.empty()
                    : Optional.of("had %d rows, and cannot be read".formatted(before.count()));
        }
        if (before.count() != after.count()) {
            return Optional.of("had %d rows, has %d".formatted(before.count(), after.count()));
        }
        return before.content().equals(after.content())
                ? Optional.empty()
                : Optional.of("has as many rows as before, but other content" + where(before, after));
    }

    /** The columns that differ, where they were told apart. */
    private static String where(Content before, Content after) {
        List<String> columns = before.parts().entrySet().stream()
                .filter(part -> !part.getValue().equals(after.parts().getOrDefault(part.getKey(), part.getValue())))
                .map(part -> Cell.of(part.getKey()).column())
                .distinct()
                .toList();
        return columns.isEmpty() ? "" : " in " + String.join(", ", columns);
    }

    static Optional<String> history(Content before, Content after) {
        if (before.count() != after.count()) {
            return Optional.of("had %d versions of rows, has %d".formatted(before.count(), after.count()));
        }
        return before.content().equals(after.content())
                ? Optional.empty()
                : Optional.of("has as many versions of rows as before, but other content");
    }

    /**
     * InnoDB reserves twice as many numbers each time while it does not know how many rows will come (INSERT … SELECT), and
     * forgets at the next start what it did not use: of a power of two, more than half were given.
     */
    static Optional<String> counter(Content before, Content after) {
        BigInteger was = new BigInteger(before.content());
        BigInteger is = new BigInteger(after.content());
        boolean reserved = was.bitCount() == 1 && is.shiftLeft(1).compareTo(was) > 0;
        return reserved ? Optional.empty() : wentBack(was, is, BigInteger.ONE);
    }

    /** Of what it gives next, by which step, and whether it begins again: then every number comes twice in any case. */
    static Optional<String> sequence(Content before, Content after) {
        if (after.content().equals(MariadbDifferences.UNREADABLE)) {
            return Optional.of("cannot be read");
        }
        List<String> was = List.of(before.content().split(" ", -1));
        List<String> is = List.of(after.content().split(" ", -1));
        return was.get(2).equals(CYCLES)
                ? Optional.empty()
                : wentBack(new BigInteger(was.get(0)), new BigInteger(is.get(0)), new BigInteger(was.get(1)));
    }

    private static Optional<String> wentBack(BigInteger was, BigInteger is, BigInteger step) {
        return is.subtract(was).signum() * step.signum() < 0
                ? Optional.of("would have given %s next, gives %s: it gives numbers again that were given before"
                        .formatted(was, is))
                : Optional.empty();
    }
}
