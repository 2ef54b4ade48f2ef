package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** Names the first line in which two definitions part. */
final class ChangedDefinition {
    private static final Pattern EXPRESSION = Pattern.compile(" (?:ANY|ALL) \\(| AND | OR ");

    private ChangedDefinition() {}

    static Optional<String> between(Content before, Content after) {
        return between(before, after, ChangedDefinition::same);
    }

    /** @param same whether two lines say the same */
    static Optional<String> between(Content before, Content after, BiPredicate<String, String> same) {
        List<String> was = lines(before);
        List<String> is = lines(after);
        int line = 0;
        while (line < was.size() && line < is.size() && same.test(was.get(line), is.get(line))) {
            line++;
        }
        return line == was.size() && line == is.size()
                ? Optional.empty()
                : Optional.of("was defined otherwise: %s became %s".formatted(at(was, line), at(is, line)));
    }

    /** A carriage return is part of a text. */
    private static List<String> lines(Content content) {
        return List.of(content.content().strip().split("\n", -1));
    }

    private static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        boolean expressions =
                EXPRESSION.matcher(one).find() && EXPRESSION.matcher(other).find();
        return expressions && PlainWording.of(one).equals(PlainWording.of(other));
    }

    /** What stands there or, where that is an empty line, next. */
    private static String at(List<String> lines, int index) {
        return lines.stream()
                .skip(index)
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> '"' + ShownValue.of(line.replace("\r", "\\r").strip()) + '"')
                .orElse("nothing");
    }
}
