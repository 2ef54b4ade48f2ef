package dev.blackstart.artefact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a text names a key, as gpg reads it (its manual, "How to specify a user ID"). */
final class KeyName {
    private static final Pattern ID = Pattern.compile("(?:0[xX]|0(?=(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{16})!?$))?"
            + "([0-9A-Fa-f]{8}|[0-9A-Fa-f]{16}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})!?");
    private static final Pattern SPACED_FINGERPRINT =
            Pattern.compile("(?:[0-9A-Fa-f]{2,4}[ :]+){9,}[0-9A-Fa-f]{2,4}!?");
    private static final Pattern KEYGRIP = Pattern.compile("&([0-9A-Fa-f]{40})");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>]+@[^@\\s<>]+");

    private KeyName() {}

    /** Gives the key id or fingerprint that the text is, in capital hex. */
    static Optional<String> id(String text) {
        String stripped = text.strip();
        boolean spaced = SPACED_FINGERPRINT.matcher(stripped).matches();
        return capital(ID.matcher(spaced ? stripped.replaceAll("[ :]", "") : stripped));
    }

    /** Gives the keygrip that the text is, in capital hex. */
    static Optional<String> keygrip(String text) {
        return capital(KEYGRIP.matcher(text.strip()));
    }

    private static Optional<String> capital(Matcher matcher) {
        return Optional.of(matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1).toUpperCase(Locale.ROOT));
    }

    /** Lists what a user id may have to be; whatever comes first and finds one counts. */
    static List<Predicate<String>> userIds(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        String rest = wanted.substring(1);
        return switch (wanted.charAt(0)) {
            case '=' -> List.of(id -> id.equals(text.strip().substring(1)));
            case '<' -> List.of(id -> id.toLowerCase(Locale.ROOT).endsWith(wanted));
            case '@' -> List.of(id -> address(id).contains(rest));
            case '*' -> List.of(holding(rest));
            case '&', '+', '.', '/', '#', '^' -> List.of();
            default ->
                ADDRESS.matcher(wanted).matches()
                        ? List.of(id -> address(id).equals(wanted), holding(wanted))
                        : List.of(holding(wanted));
        };
    }

    private static Predicate<String> holding(String part) {
        return id -> id.toLowerCase(Locale.ROOT).contains(part);
    }

    /** Gives the mail address in a user id, in small letters; the user id itself where it has none. */
    static String address(String userId) {
        int start = userId.lastIndexOf('<');
        int end = userId.indexOf('>', start + 1);
        return (start >= 0 && end > start ? userId.substring(start + 1, end) : userId.strip()).toLowerCase(Locale.ROOT);
    }
}
