package dev.blackstart.report;

import dev.blackstart.journal.Event;
import dev.blackstart.terminal.Durations;
import dev.blackstart.terminal.MarkdownText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes who saw which damage, for people and for scripts. */
public final class DetectionPage {
    /** For people. */
    public static final String MARKDOWN = "detections.md";
    /** For scripts; {@code docs/detections.schema.json} is its contract. */
    public static final String JSON = "detections.json";

    private static final String NOT_SEEN = "not seen";

    private final DetectionTable table;

    public DetectionPage(DetectionTable table) {
        this.table = table;
    }

    /** Write both beside the journal. */
    public void write(Path directory) throws IOException {
        Files.writeString(directory.resolve(MARKDOWN), markdown());
        Files.writeString(directory.resolve(JSON), DetectionJson.of(table));
    }

    String markdown() {
        StringBuilder page = new StringBuilder("# Who sees which damage: %s%n%n| damage |".formatted(table.drill()));
        table.onlookers().forEach(name -> page.append(' ').append(shown(name)).append(" |"));
        page.append("\n|---").append("|---".repeat(table.onlookers().size())).append("|\n");
        for (DetectionTable.Row row : table.rows()) {
            page.append("| ").append(MarkdownText.escaped(row.damage())).append(" |");
            table.onlookers()
                    .forEach(name -> page.append(' ').append(word(row, name)).append(" |"));
            page.append('\n');
        }
        page.append('\n');
        told(MarkdownText::escaped)
                .forEach(line -> page.append("- ").append(line).append('\n'));
        return page.toString();
    }

    /** A block for each damage, and what follows from them, for a terminal. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (DetectionTable.Row row : table.rows()) {
            lines.add(row.damage());
            for (String name : table.onlookers()) {
                lines.add("  %-12s  %s".formatted(word(row, name), called(name)));
            }
        }
        lines.add("");
        lines.addAll(told(UnaryOperator.identity()));
        return lines;
    }

    private List<String> told(UnaryOperator<String> escaped) {
        List<String> lines = new ArrayList<>();
        table.trouble().forEach(what -> lines.add(escaped.apply(what)));
        for (DetectionTable.Row row : table.rows()) {
            if (!row.told()) {
                lines.add(escaped.apply("%s could not be %s, and tells nothing: %s"
                        .formatted(row.damage(), row.done().isEmpty() ? "done" : "looked at", row.why())));
            } else if (!row.noticed()) {
                lines.add(escaped.apply("%s: nobody of yours saw it. %s"
                        .formatted(row.damage(), row.done().get())));
            }
        }
        table.neverSaw()
                .forEach(name -> lines.add(
                        escaped.apply("%s never saw anything, and was never seen to say yes".formatted(called(name)))));
        return lines;
    }

    private static String word(DetectionTable.Row row, String name) {
        Optional<Duration> seen = row.seen().getOrDefault(name, Optional.empty());
        if (!row.seen().containsKey(name)) {
            return "not asked";
        }
        return seen.map(after -> timed(name) ? Durations.text(after) : "seen").orElse(NOT_SEEN);
    }

    /** Says whether the time tells anything: our comparison comes when all others have answered. */
    static boolean timed(String name) {
        return !name.equals(Event.Detected.COMPARISON);
    }

    private static String shown(String name) {
        return MarkdownText.escaped(called(name));
    }

    static String called(String name) {
        return name.equals(Event.Detected.COMPARISON) ? "Blackstart's comparison" : name;
    }
}
