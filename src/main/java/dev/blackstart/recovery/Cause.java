package dev.blackstart.recovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds among the last lines of a step that failed the one that says why. Programs say it first, and then what follows
 * from it: the left side of a pipe that breaks, traces, the name of a log.
 */
final class Cause {
    private static final int LINES = 40;

    private static final Pattern PIPE =
            Pattern.compile("(?m)^\\[blackstart: the parts of this pipe ended with ([0-9 ]+)]$");
    private static final Pattern SAYS_WHY = Pattern.compile(
            "\\b(?:errors?|fatal|panic|failed|failure|fails|denied|refused|rejected|cannot|can't|can not|could not"
                    + "|couldn't|unable|no such|not found|not exist|no space|not permitted|not allowed|no secret key"
                    + "|invalid|illegal|unknown|unrecognized|unexpected|mismatch|incorrect|wrong|corrupt(?:ed)?|bad"
                    + "|missing|timed out|timeout|unreachable|no route|unbound|is not in|must be|must not|killed)\\b"
                    + "|exception\\b|broken ?pipe",
            Pattern.CASE_INSENSITIVE);

    /** It was only a warning, there was none, the shell shows what it does, it announces a trace, or tells of its machine. */
    private static final Pattern SAYS_LESS = Pattern.compile(
            "\\b(?:warn(?:ing)?|notice|info|debug|hint|detail)\\b\\s*[]:]|\\b(?:0|no|without|ignor\\w+) (?:errors?|failures?)\\b"
                    + "|\\b0 failed\\b|^\\++ |^(?:\\w+ )?exception:?$|^traceback\\b"
                    + "|^(?:platform|linux|pid): ",
            Pattern.CASE_INSENSITIVE);

    /** A pipe breaks because of what the other side has said. */
    private static final Pattern FOLLOWS =
            Pattern.compile("broken ?pipe|sigpipe|write error|EPIPE", Pattern.CASE_INSENSITIVE);

    private Cause() {}

    /** The line, of the errors if it is there, else of the output; the last one where none is more telling. */
    static String of(String out, String err) {
        List<String> errors = last(err);
        List<String> output = last(out);
        Predicate<String> telling = line ->
                SAYS_WHY.matcher(line).find() && !SAYS_LESS.matcher(line).find();
        Predicate<String> cause =
                line -> telling.test(line) && !FOLLOWS.matcher(line).find();
        return first(errors, cause)
                .or(() -> first(output, cause))
                .or(() -> first(errors, telling))
                .or(() -> first(reversed(errors), line -> true))
                .or(() -> first(reversed(output), line -> true))
                .orElse("it said nothing");
    }

    /** How the parts of the last pipe that was told of ended, such as {@code 2, 1}. */
    static Optional<String> pipe(String said) {
        Matcher matcher = PIPE.matcher(said);
        Optional<String> codes = Optional.empty();
        while (matcher.find()) {
            codes = Optional.of(matcher.group(1).strip().replace(" ", ", "));
        }
        return codes;
    }

    private static List<String> last(String text) {
        String[] all = PIPE.matcher(text).replaceAll("").split("\n");
        List<String> lines = Arrays.stream(all)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }

    private static List<String> reversed(List<String> lines) {
        List<String> reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Optional<String> first(List<String> lines, Predicate<String> wanted) {
        return lines.stream().filter(wanted).findFirst();
    }
}
