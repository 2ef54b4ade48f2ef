package dev.blackstart.answer;

import picocli.CommandLine.Help.Ansi;

/** The ways in which an answer is printed. */
public enum Format {
    TABLE,
    JSON,
    MD,
    DOT,
    SVG,
    SARIF;

    /**
     * Render the answer, ending in a line break.
     *
     * @param ansi whether a table is coloured; nothing else is
     */
    public String render(Answer answer, Ansi ansi) {
        return switch (this) {
            case TABLE -> Table.render(answer, ansi);
            case JSON -> JsonAnswer.render(answer);
            case MD -> MarkdownAnswer.render(answer);
            case DOT -> Dot.render(answer);
            case SVG -> Svg.render(answer);
            case SARIF -> Sarif.render(answer);
        };
    }
}
