package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Decodes the keys of people into one spelling each; a key belongs to one person. */
final class PersonKeys {
    private final Map<String, Place> owned = new HashMap<>();
    private final Problems problems;

    PersonKeys(Problems problems) {
        this.problems = problems;
    }

    Set<String> read(Yaml person) {
        Set<String> keys = new LinkedHashSet<>();
        for (Yaml item : person.items("keys")) {
            item.text().map(PersonKeys::spelled).ifPresent(key -> {
                Place first = owned.putIfAbsent(key, item.place());
                if (first == null) {
                    keys.add(key);
                } else {
                    problems.error(
                            item.place(),
                            "the key \"" + key + "\" is somebody's already, in line " + first.line(),
                            "A key that two people share cannot tell them apart; give it to the one who holds it.");
                }
            });
        }
        return keys;
    }

    private static String spelled(String text) {
        if (text.startsWith("SHA256:")) {
            return text;
        }
        String fingerprint = text.replace(" ", "").replaceFirst("^0[xX]", "");
        return fingerprint.matches("[0-9A-Fa-f]+")
                ? fingerprint.toUpperCase(Locale.ROOT)
                : text.toLowerCase(Locale.ROOT); // addresses and age recipients
    }
}
