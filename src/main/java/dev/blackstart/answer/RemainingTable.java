package dev.blackstart.answer;

import dev.blackstart.access.Remaining;
import dev.blackstart.access.Remaining.Still;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tells on a terminal what is left without some people. */
final class RemainingTable {
    private static final int[] COLUMNS = {11, 30, 59};

    private RemainingTable() {}

    static void add(Remaining remaining, Lines lines) {
        sentences(remaining).forEach(lines::warning);
        secrets(remaining, lines);
        runbooks(remaining, lines);
        drills(remaining, lines);
    }

    /** Word what can be opened no more, and of what that cannot be told. */
    static List<String> sentences(Remaining remaining) {
        String without = "Without " + AnswerWords.list(remaining.without());
        List<String> closed = names(remaining, Still.CLOSED);
        List<String> untold = names(remaining, Still.UNTOLD);
        List<String> sentences = new ArrayList<>();
        if (!closed.isEmpty()) {
            sentences.add("%s, %s cannot be opened.".formatted(without, AnswerWords.list(closed)));
        }
        if (!untold.isEmpty()) {
            sentences.add("%s, it is not known whether %s can be opened.".formatted(without, AnswerWords.list(untold)));
        }
        return sentences.isEmpty() ? List.of(without + ", every secret can still be opened.") : sentences;
    }

    private static List<String> names(Remaining remaining, Still still) {
        return with(remaining, still).map(Remaining.Secret::name).toList();
    }

    private static Stream<Remaining.Secret> with(Remaining remaining, Still still) {
        return remaining.secrets().stream().filter(secret -> secret.still() == still);
    }

    private static void secrets(Remaining remaining, Lines lines) {
        lines.heading(Counts.of(remaining.secrets().size(), "secret"));
        with(remaining, Still.CLOSED).forEach(secret -> state(lines, false, "closed", secret.name(), ""));
        with(remaining, Still.UNTOLD).forEach(secret -> state(lines, false, "not known", secret.name(), ""));
        with(remaining, Still.OPEN)
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
