package dev.blackstart.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Writes an inventory of 30 people and 2,000 secrets, each opened by way of one to three others: {@code ci/bench/access}
 * asks the command line about it.
 */
final class DependentSecrets {
    private static final int SECRETS = 2_000;
    private static final int LAYER = 100;

    private final Random random = new Random(1);
    private final List<String> people =
            IntStream.range(0, 30).mapToObj(number -> "person-" + number).toList();

    private DependentSecrets() {}

    /** @param arguments chain, tree, layers or circles, and where to write */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[1]), new DependentSecrets().inventory(arguments[0]));
    }

    private String inventory(String shape) {
        StringBuilder yaml = new StringBuilder("people:\n");
        people.forEach(person -> yaml.append("  %s: {}\n".formatted(person)));
        yaml.append("stores:\n  pass: { kind: openpgp, path: store }\nsecrets:\n");
        for (int i = 0; i < SECRETS; i++) {
            yaml.append("  s%d: { purpose: a login, store: pass, openedBy: %s }\n".formatted(i, openedBy(shape, i)));
        }
        return yaml.toString();
    }

    private String openedBy(String shape, int number) {
        return switch (shape) {
            case "chain" ->
                number == 0 ? people() : one("anyOf", "allOf") + secret(number - 1) + ", " + person() + "] }";
            case "tree" ->
                number < 10 ? people() : one("anyOf", "allOf") + secret((number - 10) / 3) + ", " + people() + "] }";
            case "layers" -> number < LAYER ? people() : layered(number / LAYER - 1);
            case "circles" ->
                one("anyOf") + people() + ", " + secret(number / 5 * 5 + random.nextInt(5)) + ", { allOf: ["
                        + secret(random.nextInt(number + 1)) + ", " + person() + "] }] }";
            default -> throw new IllegalArgumentException("no such shape: " + shape);
        };
    }

    private String one(String... words) {
        return "{ " + words[random.nextInt(words.length)] + ": [";
    }

    private String layered(int below) {
        List<String> parts = new ArrayList<>(List.of(people()));
        IntStream.rangeClosed(0, random.nextInt(3))
                .forEach(part -> parts.add(secret(below * LAYER + random.nextInt(LAYER))));
        return quorum(1 + random.nextInt(parts.size()), parts);
    }

    private String people() {
        List<String> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, random);
        int of = 2 + random.nextInt(6);
        return quorum(1 + random.nextInt(of), shuffled.subList(0, of));
    }

    private String person() {
        return people.get(random.nextInt(people.size()));
    }

    private static String secret(int number) {
        return "{ secret: s%d }".formatted(number);
    }

    private static String quorum(int needed, List<String> parts) {
        return "{ quorum: %d, of: [%s] }".formatted(needed, String.join(", ", parts));
    }
}
