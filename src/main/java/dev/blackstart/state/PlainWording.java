package dev.blackstart.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line of a definition says, however PostgreSQL words it. Once it has read its own words it writes some casts and
 * brackets in other places: those of texts in {@code status IN ('new', 'paid')}, and those about an AND within an AND. A
 * bracket that changes what is meant stays.
 */
final class PlainWording {
    private static final Pattern TOKEN =
            Pattern.compile("[Ee]'(?:[^'\\\\]|''|\\\\.)*+'?|'(?:[^']|'')*+'?|\"(?:[^\"]|\"\")*+\"?|[\\w.$]+|::|\\S");

    private static final Set<String> TEXTS = Set.of("text", "character", "varying", "varchar", "bpchar");
    private static final Set<String> LISTS = Set.of("ANY", "ALL");
    private static final List<String> JOINING = List.of("AND", "OR");

    private final Matcher tokens;

    private PlainWording(String line) {
        this.tokens = TOKEN.matcher(line);
    }

    static String of(String line) {
        return new PlainWording(line).phrase("", false).toString();
    }

    /**
     * Words and phrases in their order.
     *
     * @param end the bracket that closes it; empty: the end of the line
     */
    private record Phrase(String end, List<Object> parts) {
        private boolean joins(String word) {
            return parts.contains(word)
                    && JOINING.stream().filter(parts::contains).count() == 1;
        }

        @Override
        public String toString() {
            return parts + end;
        }
    }

    /** @param texts whether it stands among the texts of a list, whose casts say nothing */
    private Phrase phrase(String end, boolean texts) {
        List<Object> parts = new ArrayList<>();
        while (tokens.find()) {
            String token = tokens.group();
            if (token.equals(end)) {
                break;
            }
            boolean list = texts || startsList(parts);
            switch (token) {
                case "(" -> parts.add(phrase(")", list));
                case "[" -> parts.add(phrase("]", list));
                default -> parts.add(token);
            }
        }
        return plain(new Phrase(end, texts ? withoutCasts(parts) : parts));
    }

    private static boolean startsList(List<Object> before) {
        return !before.isEmpty() && LISTS.contains(before.get(before.size() - 1));
    }

    private static List<Object> withoutCasts(List<Object> parts) {
        List<Object> left = new ArrayList<>();
        boolean cast = false;
        for (Object part : parts) {
            boolean ofCast = part instanceof Phrase || TEXTS.contains(part);
            if (part.equals("::")) {
                cast = true;
            } else if (!cast || !ofCast) {
                left.add(part);
                cast = false;
            }
        }
        return left;
    }

    private static Phrase plain(Phrase phrase) {
        List<Object> parts = new ArrayList<>();
        for (Object part : phrase.parts()) {
            if (part instanceof Phrase inner && inner.end().equals(")")) {
                boolean single = inner.parts().size() == 1;
                boolean joined = JOINING.stream().anyMatch(word -> phrase.joins(word) && inner.joins(word));
                parts.addAll(single || joined ? inner.parts() : List.of(inner));
            } else {
                parts.add(part);
            }
        }
        return new Phrase(phrase.end(), parts);
    }
}
