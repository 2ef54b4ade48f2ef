package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.definition.Inventory;
import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shop's environment, read as users' files are, in which people have keys. */
final class Documents {
    private static final Path GOOD = Path.of("src/test/resources/definitions/good");
    private static final Path SHOP = Path.of("environments/shop");
    private static final Pattern PERSON =
            Pattern.compile("(?m)^  ([a-z]+): \\{ roles: (\\[[a-z, ]+])(, keys: \\[.*])? }$");

    private final Map<String, String> keys = new TreeMap<>();
    private final Map<String, String> replaced = new TreeMap<>();

    void keys(String person, String key) {
        keys.put(person, key);
    }

    /** Puts a text in the place of another in the inventory. */
    void replace(String text, String by) {
        replaced.put(text, by);
    }

    /** Copies the files below a directory; places are named as {@code secrets.yaml:LINE}. */
    Inventory read(Path directory) throws IOException {
        Path shop = directory.resolve(SHOP);
        try (Stream<Path> files = Files.walk(GOOD.resolve(SHOP))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = directory.resolve(GOOD.relativize(file));
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
        Path secrets = shop.resolve("secrets.yaml");
        Matcher people = PERSON.matcher(Files.readString(secrets));
        Files.writeString(secrets, people.replaceAll(person -> {
            String key = keys.getOrDefault(person.group(1), "");
            String list = key.isEmpty() ? "" : ", keys: ['" + key + "']";
            return Matcher.quoteReplacement("  %s: { roles: %s%s }".formatted(person.group(1), person.group(2), list));
        }));
        String text = Files.readString(secrets);
        for (Map.Entry<String, String> each : replaced.entrySet()) {
            assertThat(text).contains(each.getKey());
            text = text.replace(each.getKey(), each.getValue());
        }
        Files.writeString(secrets, text);
        Definitions definitions = DefinitionReader.readDocuments(shop);
        assertThat(definitions.problems()).map(Finding::render).isEmpty();
        return definitions.environments().get(0).inventory();
    }
}
