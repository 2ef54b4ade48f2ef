package dev.blackstart.secret;

import java.util.HexFormat;
import java.util.List;

/** Escapes text as the common writers of JSON, HTML and XML do. */
final class Escape {
    private Escape() {}

    /**
     * Escape what RFC 8259 demands.
     *
     * @param more characters that this writer escapes too: {@code /} gets a backslash, others a number
     */
    static String json(String text, String more, HexFormat hex) {
        return json(text, more, hex, Character.MAX_VALUE);
    }

    /** Escape everything beyond ASCII as well. */
    static String asciiJson(String text, String more, HexFormat hex) {
        return json(text, more, hex, 0x7e);
    }

    private static String json(String text, String more, HexFormat hex, int highest) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int letter = "\b\t\n\f\r\"\\".indexOf(c);
            if (letter >= 0) {
                escaped.append('\\').append("btnfr\"\\".charAt(letter));
            } else if (c == '/' && more.indexOf(c) >= 0) {
                escaped.append("\\/");
            } else if (c < ' ' || c > highest || more.indexOf(c) >= 0) {
                escaped.append("\\u").append(hex.toHexDigits(c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Escape for a shell outside and inside of single quotes, and for SQL. */
    static List<String> quoted(String text) {
        return List.of(
                text.replaceAll("([^A-Za-z0-9_./:=@%^+,-])", "\\\\$1"),
                text.replaceAll("([^A-Za-z0-9_./:=@%+,-])", "\\\\$1"),
                text.replace("'", "'\\''"),
                text.replace("'", "''"),
                text.replace("\\", "\\\\"));
    }

    /** Escape for HTML and XML, with and without quotation marks. */
    static List<String> markup(String text) {
        String brackets = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String named = brackets.replace("\"", "&quot;");
        return List.of(
                brackets,
                named,
                named.replace("'", "&apos;"),
                named.replace("'", "&#39;"),
                brackets.replace("\"", "&#34;").replace("'", "&#39;"));
    }
}
