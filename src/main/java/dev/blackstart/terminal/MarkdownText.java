package dev.blackstart.terminal;

import java.util.regex.Pattern;

/** Takes from texts what Markdown would make markup of. */
public final class MarkdownText {
    private MarkdownText() {}

    /** Escape a text that stands in a line of prose, or in a cell of a table. */
    public static String escaped(String raw) {
        return SafeText.plain(raw)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_\\[\\]|#@])", "\\\\$1");
    }

    /** Write a text as code. */
    public static String code(String raw) {
        return '`' + SafeText.plain(raw).replace('`', '\'') + '`';
    }

    /** Write several lines as code, between fences that none of them ends. */
    public static String block(String raw) {
        String text = SafeText.lines(raw).replace("\r", "");
        int longest = Pattern.compile("`+")
                .matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + "text\n" + text + "\n" + fence;
    }

    /** Write a text as code in a cell of a table, where a bar would end it even in code. */
    public static String codeInTable(String raw) {
        return code(raw).replace("|", "\\|");
    }
}
