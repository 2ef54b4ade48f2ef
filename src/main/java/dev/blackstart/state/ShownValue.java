package dev.blackstart.state;

import java.util.regex.Pattern;

/** Shows what a database says of itself, as far as somebody reads it, and without the passwords that it holds for others. */
final class ShownValue {
    private static final int LONGEST = 120;

    /** As in {@code OPTIONS (password 'x')}, {@code host=h password=x}, {@code SET app.secret TO 'x'}. */
    private static final Pattern HIDDEN = Pattern.compile(
            "((?:passw(?:or)?d|passphrase|secret|token|api_?key)\\w*[\"']?(?:\\s*[=:]\\s*|\\s+TO\\s+|\\s+(?=')))"
                    + "(?:'(?:[^']|'')*'?|[^\\s'\",;)]+)",
            Pattern.CASE_INSENSITIVE);

    private ShownValue() {}

    static String of(String text) {
        if (text.isEmpty()) {
            return "nothing";
        }
        String shown = HIDDEN.matcher(text).replaceAll("$1(hidden)");
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
    }
}
