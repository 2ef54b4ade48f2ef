package dev.blackstart.answer;

import dev.blackstart.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Lines and columns that fit a terminal of {@value #WIDTH} columns, unless a word is longer. */
final class Screen {
    private static final int WIDTH = 100;
    private static final int GAP = 2;

    private final Ansi ansi;
    private final StringBuilder text = new StringBuilder();

    Screen(Ansi ansi) {
        this.ansi = ansi;
    }

    String text() {
        return text.toString();
    }

    void heading(String heading) {
        text.append(System.lineSeparator());
        warning(heading);
    }

    /** Something that is to be read first. */
    void warning(String sentence) {
        Texts.wrap(sentence, WIDTH).forEach(line -> append(painted("bold", line)));
    }

    void line(String line) {
        indented(0, line);
    }

    /** Something that says more of what stands above. */
    void indented(int columns, String more) {
        Texts.wrap(more, WIDTH - columns).forEach(line -> append(" ".repeat(columns) + line));
    }

    /** Cells side by side, each wrapped in its own column; the first one is painted. */
    void row(String style, int[] widths, String... cells) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 0;
        for (int i = 0; i < cells.length; i++) {
            wrapped.add(Texts.wrap(cells[i], widths[i] - (i < cells.length - 1 ? GAP : 0)));
            height = Math.max(height, wrapped.get(i).size());
        }
        for (int line = 0; line < height; line++) {
            append(line(style, widths, wrapped, line));
        }
    }

    private String line(String style, int[] widths, List<List<String>> cells, int number) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = number < cells.get(i).size() ? cells.get(i).get(number) : "";
            int gap = i < cells.size() - 1 ? Math.max(1, widths[i] - cell.length()) : 0;
            line.append(i == 0 && !style.isEmpty() ? painted(style, cell) : cell)
                    .append(" ".repeat(gap));
        }
        return line.toString().stripTrailing();
    }

    void finding(Alike alike) {
        Finding finding = alike.first();
        String style = switch (finding.severity()) {
            case ERROR -> "bold,red";
            case WARNING -> "bold,yellow";
            case NOTE -> "bold";
        };
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        append(painted(style, severity)
                + "  %s  %s"
                        .formatted(
                                finding.code().word(),
                                AnswerWords.plain(finding.place().fileAndLine())));
        indented(GAP, finding.message());
        if (!alike.elsewhere().isEmpty()) {
            indented(GAP, alike.elsewhere());
        }
        indented(GAP, "HINT: " + finding.hint());
    }

    /** Paints without {@code @|markup|@}: what comes from files is never markup. */
    private String painted(String style, String raw) {
        if (raw.isEmpty() || !ansi.enabled()) {
            return raw;
        }
        Ansi.IStyle[] styles = Ansi.Style.parse(style);
        return Ansi.Style.on(styles) + raw + Ansi.Style.off(styles);
    }

    private void append(String line) {
        text.append(line).append(System.lineSeparator());
    }
}
