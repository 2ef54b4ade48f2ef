package dev.blackstart.answer;

import dev.blackstart.access.Remaining;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Lines;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells on a terminal what is left without some people. */
final class RemainingTable {
    private static final int[] COLUMNS = {10, 30, 60};

    private RemainingTable() {}

    static void add(Remaining remaining, Lines lines) {
        String without = "Without " + AnswerWords.list(remaining.without());
        List<String> closed = closed(remaining);
        lines.warning(
                closed.isEmpty()
                        ? without + ", every secret can still be opened."
                        : "%s, %s cannot be opened.".formatted(without, AnswerWords.list(closed)));
        secrets(remaining, lines);
        runbooks(remaining, lines);
        drills(remaining, lines);
    }

    private static List<String> closed(Remaining remaining) {
        return remaining.secrets().stream()
                .filter(Predicate.not(Remaining.Secret::open))
                .map(Remaining.Secret::name)
                .toList();
    }

    private static void secrets(Remaining remaining, Lines lines) {
        lines.heading(Counts.of(remaining.secrets().size(), "secret"));
        remaining.secrets().stream()
                .filter(Predicate.not(Remaining.Secret::open))
                .forEach(secret -> state(lines, false, "closed", secret.name(), ""));
        remaining.secrets().stream()
                .filter(Remaining.Secret::open)
                .forEach(secret -> state(
                        lines,
                        true,
                        "open",
                        secret.name(),
                        Copies.isWorthTelling(secret.path()) ? "by way of " + AnswerWords.path(secret.path()) : ""));
    }

    private static void runbooks(Remaining remaining, Lines lines) {
        if (remaining.runbooks().isEmpty()) {
            return;
        }
        lines.heading(Counts.of(remaining.runbooks().size(), "runbook"));
        for (Remaining.Page page : remaining.runbooks()) {
            String why = page.possible()
                    ? (page.unclear() ? "as far as the page tells: it may need more" : "")
                    : "needs " + AnswerWords.list(page.closed());
            state(lines, page.possible(), page.possible() ? "possible" : "stuck", page.name(), why);
        }
    }

    private static void drills(Remaining remaining, Lines lines) {
        if (remaining.drills().isEmpty()) {
            return;
        }
        lines.heading(Counts.of(remaining.drills().size(), "drill"));
        for (Remaining.Drill drill : remaining.drills()) {
            String why = drill.closed().isEmpty() ? "" : "needs " + AnswerWords.list(drill.closed());
            String wants = drill.expectsLockOut() ? "wants its survivors locked out" : "";
            state(
                    lines,
                    drill.possible(),
                    drill.possible() ? "possible" : "stuck",
                    drill.name(),
                    String.join(
                            "; ",
                            Stream.of(wants, why)
                                    .filter(part -> !part.isEmpty())
                                    .toList()));
        }
    }

    private static void state(Lines lines, boolean good, String state, String name, String why) {
        lines.row(good ? "green" : "bold,red", COLUMNS, state, name, why);
    }
}
