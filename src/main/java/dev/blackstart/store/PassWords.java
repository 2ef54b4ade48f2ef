package dev.blackstart.store;

import dev.blackstart.store.DrilledStore.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of pass and gpg: what is typed to them, what they say, and how they name files. */
final class PassWords {
    private static final String SUFFIX = ".gpg";
    private static final String WORD_END = "(?=['\"]?(?:[\\s;|&<>()`]|$))";

    /** Options take no value of their own here; a name may stand in quotes, but only as a whole. */
    private static final Pattern SPELLED = Pattern.compile(
            "(?<![\\w./$-])pass\\s+(show|insert|edit)\\s+(?:-[\\w-]*(?:=\\w+)?\\s+)*(['\"]?)([A-Za-z0-9][\\w./@+-]*)\\2"
                    + WORD_END);

    private static final Pattern OPENS = Pattern.compile("(?<![\\w./$-])pass\\s+show\\s");
    private static final Pattern MISSING =
            Pattern.compile("Error: (\\S+) is not in the password store", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCKED =
            Pattern.compile("decryption failed|No secret key|is not in the password store", Pattern.CASE_INSENSITIVE);

    private PassWords() {}

    /** The file of a secret, in its store. */
    static String file(String secret) {
        return secret + SUFFIX;
    }

    /** The secret that a file of a store holds; empty: it holds none. */
    static Optional<String> secret(String file) {
        return file.endsWith(SUFFIX)
                ? Optional.of(file.substring(0, file.length() - SUFFIX.length()))
                : Optional.empty();
    }

    static List<Mention> mentions(String code) {
        List<Mention> mentions = new ArrayList<>();
        Set<Integer> told = new TreeSet<>();
        Matcher spelled = SPELLED.matcher(code);
        while (spelled.find()) {
            told.add(spelled.start());
            mentions.add(new Mention(
                    Optional.of(spelled.group(3)),
                    spelled.start(3),
                    spelled.group(1).equals("show")));
        }
        Matcher opens = OPENS.matcher(code);
        while (opens.find()) {
            if (!told.contains(opens.start())) {
                mentions.add(new Mention(Optional.empty(), opens.start(), true));
            }
        }
        return mentions;
    }

    /** The last line that says why tells most: pass names a secret that is not there, gpg none that it cannot open. */
    static Optional<Refusal> refused(String said) {
        return said.lines()
                .filter(line -> LOCKED.matcher(line).find())
                .reduce((earlier, later) -> later)
                .map(line -> {
                    Matcher missing = MISSING.matcher(line);
                    return new Refusal(missing.find() ? Optional.of(missing.group(1)) : Optional.empty());
                });
    }
}
