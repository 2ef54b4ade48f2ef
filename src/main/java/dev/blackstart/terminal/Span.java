package dev.blackstart.terminal;

import picocli.CommandLine.Help.Ansi;

/**
 * A part of a line in one style.
 *
 * @param style as picocli spells it, such as {@code bold,red}; empty: as the terminal writes by itself
 */
public record Span(String style, String text) {
    /** Write as the terminal does by itself. */
    public static Span plain(String text) {
        return new Span("", text);
    }

    /** Paint without {@code @|markup|@}: what comes from files is never markup. */
    String painted(Ansi ansi) {
        String shown = SafeText.shown(text);
        if (style.isEmpty() || shown.isEmpty() || !ansi.enabled()) {
            return shown;
        }
        Ansi.IStyle[] styles = Ansi.Style.parse(style);
        return Ansi.Style.on(styles) + shown + Ansi.Style.off(styles) + Ansi.Style.reset.off();
    }
}
