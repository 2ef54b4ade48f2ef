package dev.blackstart.answer;

import dev.blackstart.access.AccessAnswer;
import dev.blackstart.access.Numbers;
import dev.blackstart.access.OpeningSize;
import dev.blackstart.access.RunbookAccess;
import dev.blackstart.access.SecretAccess;
import dev.blackstart.finding.Finding;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Lines;
import dev.blackstart.terminal.Span;
import dev.blackstart.terminal.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** Tells the answer on a terminal: what is worst, then everything else, the weakest first. */
final class Table {
    private static final int[] NUMBERS = {12, 46, 42};
    private static final int[] PAIR = {32, 68};
    private static final int INDENT = 2;

    /** Of secrets that are alike; a store may have thousands. */
    private static final int NAMES_SHOWN = 30;

    private final Answer answer;
    private final AccessAnswer access;
    private final Lines lines;

    private Table(Answer answer, Ansi ansi) {
        this.answer = answer;
        this.access = answer.access();
        this.lines = new Lines(ansi, Terminal.WIDEST);
    }

    static String render(Answer answer, Ansi ansi) {
        Table table = new Table(answer, ansi);
        if (answer.person().isPresent()) {
            Sentences.untold(answer).ifPresent(table.lines::warning);
            new PersonWords(answer.person().get()).add(table.lines);
        } else if (answer.remaining().isPresent()) {
            Sentences.untold(answer).ifPresent(table.lines::warning);
            RemainingTable.add(answer.remaining().get(), table.lines);
        } else {
            Sentences.of(answer).forEach(table.lines::warning);
            if (!answer.access().secretAccess().isEmpty()) {
                table.secrets();
                table.runbooks();
                table.singlePoints();
                table.cutSets();
            }
        }
        LoginWords.add(answer.logins(), table.lines);
        ProvedWords.add(answer.proofs(), table.lines);
        table.findings();
        if (table.lines.text().isEmpty()) {
            table.lines.line("No secret was found, and nobody who may log in.");
        }
        return table.lines.text();
    }

    private void secrets() {
        lines.heading(Counts.of(access.secretAccess().size(), "secret") + ", the weakest first");
        lines.row("faint", NUMBERS, "bus factor", "opened by as few as", "locked by losing");
        Map<Row, List<String>> rows = new LinkedHashMap<>();
        for (SecretAccess secret : Order.secrets(access)) {
            add(rows, Row.of(secret.numbers(), notes(secret)), secret.name());
        }
        rows.forEach(this::row);
    }

    /** Of a secret that lies in its own store there is nothing more to tell. */
    private static List<String> notes(SecretAccess secret) {
        List<String> notes = new ArrayList<>(ways(secret));
        secret.named().map(Phrases::named).ifPresent(notes::add);
        return notes;
    }

    private static List<String> ways(SecretAccess secret) {
        if (!secret.numbers().opens() && !secret.alsoOn().isEmpty()) {
            return List.of("only on " + AnswerWords.list(secret.alsoOn()));
        }
        if (!secret.untold().isEmpty()) {
            return List.of("depends on: " + String.join("; ", secret.untold()));
        }
        return secret.numbers()
                .openingSize()
                .map(OpeningSize::path)
                .filter(Copies::isWorthTelling)
                .map(path -> List.of("by way of " + AnswerWords.path(path)))
                .orElse(List.of());
    }

    private void runbooks() {
        if (access.runbookAccess().isEmpty()) {
            return;
        }
        lines.heading(Counts.of(access.runbookAccess().size(), "runbook") + ", the weakest first");
        lines.row("faint", NUMBERS, "bus factor", "followed by as few as", "stopped by losing");
        Map<Row, List<String>> rows = new LinkedHashMap<>();
        for (RunbookAccess page : Order.runbooks(access)) {
            List<String> notes = page.unclear().stream()
                    .map(place -> "%s: what is opened here cannot be told, and more may be needed"
                            .formatted(place.fileAndLine()))
                    .toList();
            add(rows, Row.of(page.numbers(), notes), page.name());
        }
        rows.forEach(this::row);
    }

    private static void add(Map<Row, List<String>> rows, Row row, String name) {
        rows.computeIfAbsent(row, any -> new ArrayList<>()).add(name);
    }

    private void row(Row row, List<String> names) {
        lines.row(row.style(), NUMBERS, row.busFactor(), row.opens(), row.locks());
        lines.indented(NUMBERS[0], listed(names));
        row.notes().forEach(note -> lines.indented(NUMBERS[0], note));
    }

    private static String listed(List<String> names) {
        String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        int more = names.size() - NAMES_SHOWN;
        return more <= 0 ? shown : shown + " and %d more; --format json lists them".formatted(more);
    }

    private void singlePoints() {
        lines.heading("Single points: what hangs on one person, site, provider, jurisdiction or store");
        if (access.singlePoints().isEmpty()) {
            lines.line("none");
        }
        access.singlePoints().forEach(point -> lines.row("", PAIR, Phrases.title(point), Phrases.lost(point, access)));
    }

    private void cutSets() {
        if (access.system().cutSets().listed().isEmpty()) {
            return;
        }
        lines.heading(Phrases.cuts(access.system().cutSets()));
        Phrases.listed(access.system().cutSets()).forEach(lines::line);
    }

    private void findings() {
        if (!answer.findings().isEmpty()) {
            lines.heading(Counts.of(answer.findings().size(), "finding"));
            Alike.group(answer.findings()).forEach(this::finding);
        }
    }

    private void finding(Alike alike) {
        Finding finding = alike.first();
        String style = switch (finding.severity()) {
            case ERROR -> "bold,red";
            case WARNING -> "bold,yellow";
            case NOTE -> "bold";
        };
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        lines.spans(
                new Span(style, severity),
                Span.plain("  %s  %s"
                        .formatted(finding.code().word(), finding.place().fileAndLine())));
        lines.indented(INDENT, finding.message());
        if (!alike.elsewhere().isEmpty()) {
            lines.indented(INDENT, alike.elsewhere());
        }
        lines.indented(INDENT, "HINT: " + finding.hint());
    }

    /** What is said alike of several secrets or pages is said once. */
    private record Row(int least, String busFactor, String opens, String locks, List<String> notes) {
        static Row of(Numbers numbers, List<String> notes) {
            return new Row(
                    numbers.busFactor().size().least(),
                    numbers.busFactor().size().toString(),
                    Phrases.opens(numbers),
                    Phrases.locks(numbers),
                    notes);
        }

        String style() {
            return least < 2 ? "bold,red" : least == 2 ? "bold,yellow" : "bold,green";
        }
    }
}
