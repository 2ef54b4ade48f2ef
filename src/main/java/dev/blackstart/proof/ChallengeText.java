package dev.blackstart.proof;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a challenge is written: what its owner is to type, then what the program reads, then what is encrypted. */
final class ChallengeText {
    private static final Pattern FIELD = Pattern.compile("([a-z]+): (\\S.*)");
    private static final String VERSION = "1";

    private ChallengeText() {}

    /** @param encrypted the line, encrypted to the key; empty where the challenge is to be signed */
    static String write(Challenge challenge, String inventory, String encrypted) {
        return """
                %s, prove that this key is still in your hands: %s

                Type this in the directory of this file, on your own machine, and hand in the file that it writes:

                    %s

                The answer holds nothing secret, and your key stays where it is.%s

                proof: %s
                inventory: %s
                person: %s
                key: %s
                part: %s
                asked: %s
                sum: %s
                %s""".formatted(
                        challenge.person(),
                        challenge.key(),
                        challenge.command(),
                        challenge.command().contains("KEYFILE") ? " KEYFILE is the file of your key." : "",
                        VERSION,
                        inventory,
                        challenge.person(),
                        challenge.key(),
                        challenge.part(),
                        challenge.asked(),
                        challenge.sum(),
                        encrypted.isEmpty() ? "" : "\n" + encrypted);
    }

    /** @throws IllegalArgumentException with what is wrong in words */
    static Challenge read(Path file, String text) {
        Map<String, String> fields = new HashMap<>();
        text.lines()
                .map(String::stripTrailing)
                .dropWhile(line -> !line.startsWith("proof: "))
                .takeWhile(line -> !line.isEmpty())
                .map(FIELD::matcher)
                .filter(Matcher::matches)
                .forEach(field -> fields.putIfAbsent(field.group(1), field.group(2)));
        if (!VERSION.equals(fields.get("proof"))) {
            throw new IllegalArgumentException(
                    fields.isEmpty() ? "it is no challenge, or was cut off" : "it was written by another version");
        }
        try {
            return new Challenge(
                    file,
                    field(fields, "person"),
                    field(fields, "key"),
                    field(fields, "part"),
                    Instant.parse(field(fields, "asked")),
                    field(fields, "sum"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("its date cannot be read", e);
        }
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it was cut off or changed: \"%s:\" is missing".formatted(name));
        }
        return value;
    }
}
