package dev.blackstart.artefact;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the patterns of a program in Go, whose syntax is nearly that of Java. */
final class GoPattern {
    /** What Java reads and Go refuses: what stands around, and what was matched before. */
    private static final Pattern REFUSED = Pattern.compile("\\(\\?(<?[=!]|>)|(?<!\\\\)(?:\\\\\\\\)*(\\\\[1-9])");

    private static final Pattern CLASS = Pattern.compile("\\[:(\\^?)([a-z]+):]");

    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("alnum", "Alnum"),
            Map.entry("alpha", "Alpha"),
            Map.entry("ascii", "ASCII"),
            Map.entry("blank", "Blank"),
            Map.entry("cntrl", "Cntrl"),
            Map.entry("digit", "Digit"),
            Map.entry("graph", "Graph"),
            Map.entry("lower", "Lower"),
            Map.entry("print", "Print"),
            Map.entry("punct", "Punct"),
            Map.entry("space", "Space"),
            Map.entry("upper", "Upper"),
            Map.entry("xdigit", "XDigit"));

    private GoPattern() {}

    /** @throws PatternSyntaxException where Go or Java refuses the pattern */
    static Pattern compile(String pattern) {
        Matcher refused = REFUSED.matcher(pattern);
        if (refused.find()) {
            throw new PatternSyntaxException("Go knows no " + refused.group(), pattern, refused.start());
        }
        return Pattern.compile(CLASS.matcher(pattern.replace("(?P<", "(?<")).replaceAll(GoPattern::classOf));
    }

    private static String classOf(MatchResult found) {
        String word = found.group(2);
        String name = CLASSES.get(word);
        if (word.equals("word")) {
            return Matcher.quoteReplacement(found.group(1).isEmpty() ? "\\w" : "\\W");
        }
        if (name == null) {
            throw new PatternSyntaxException("Go knows no " + found.group(), found.group(), 0);
        }
        return Matcher.quoteReplacement((found.group(1).isEmpty() ? "\\p{" : "\\P{") + name + "}");
    }
}
