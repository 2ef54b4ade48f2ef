package dev.blackstart.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** Writes lines and columns that fit a terminal, unless a word is longer; nothing that is written moves its cursor. */
public final class Lines {
    private static final int GAP = 2;

    private final Ansi ansi;
    private final int columns;
    private final StringBuilder text = new StringBuilder();

    /** @param columns the width that must do */
    public Lines(Ansi ansi, int columns) {
        this.ansi = ansi;
        this.columns = columns;
    }

    /** Give all that was written; each line ends as the system's do. */
    public String text() {
        return text.toString();
    }

    public void heading(String heading) {
        if (!text.isEmpty()) {
            text.append(System.lineSeparator());
        }
        warning(heading);
    }

    /** Write something that is to be read first. */
    public void warning(String sentence) {
        Wrap.lines(sentence, columns).forEach(line -> spans(new Span("bold", line)));
    }

    public void line(String line) {
        indented(0, line);
    }

    /** Write one line of parts, however wide: who composes it knows how much there is. */
    public void spans(Span... spans) {
        text.append(Stream.of(spans).map(span -> span.painted(ansi)).collect(Collectors.joining()))
                .append(System.lineSeparator());
    }

    /** Write something that says more of what stands above. */
    public void indented(int by, String more) {
        hanging(" ".repeat(by), more);
    }

    /** Write a text behind its head, and what does not fit there below its beginning. */
    public void hanging(String head, String more) {
        int by = TextWidth.of(head);
        String lead = head;
        for (String line : Wrap.lines(more, columns - by)) {
            spans(Span.plain(lead + line));
            lead = " ".repeat(by);
        }
    }

    /** Write cells side by side, each wrapped in its own column; the first one is painted. */
    public void row(String style, int[] widths, String... cells) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 0;
        for (int i = 0; i < cells.length; i++) {
            wrapped.add(Wrap.lines(cells[i], widths[i] - (i < cells.length - 1 ? GAP : 0)));
            height = Math.max(height, wrapped.get(i).size());
        }
        for (int line = 0; line < height; line++) {
            row(style, widths, wrapped, line);
        }
    }

    private void row(String style, int[] widths, List<List<String>> cells, int number) {
        String first = cell(cells, 0, number);
        StringBuilder rest = new StringBuilder();
        for (int i = 1; i < cells.size(); i++) {
            String before = cell(cells, i - 1, number);
            rest.append(" ".repeat(Math.max(1, widths[i - 1] - TextWidth.of(before))))
                    .append(cell(cells, i, number));
        }
        spans(new Span(style, first), Span.plain(rest.toString().stripTrailing()));
    }

    private static String cell(List<List<String>> cells, int column, int line) {
        List<String> cell = cells.get(column);
        return line < cell.size() ? cell.get(line) : "";
    }
}
