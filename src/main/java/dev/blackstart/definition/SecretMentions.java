package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import dev.blackstart.store.Mention;
import dev.blackstart.store.SecretStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which secrets a runbook's scripts open, as far as the text tells. Where a script opens {@code "$secret"}, each word of
 * it that a store calls a documented secret may be meant: {@code for secret in backup-key mail-login}.
 *
 * @param secrets documented ones, in the order in which they are mentioned
 * @param unclear where a secret is opened whose name the text does not tell
 */
public record SecretMentions(Set<String> secrets, List<Place> unclear) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][\\w./@+-]*");

    public SecretMentions {
        secrets = Ordered.copy(secrets);
        unclear = List.copyOf(unclear);
    }

    /** Reads a runbook's scripts. */
    public static SecretMentions in(Runbook runbook, Inventory inventory) {
        Map<String, Set<String>> documented = byFile(inventory);
        Set<String> secrets = new LinkedHashSet<>();
        List<Place> unclear = new ArrayList<>();
        for (Step step : runbook.steps()) {
            if (step instanceof Step.Shell shell) {
                read(shell, documented, secrets, unclear);
            }
        }
        return new SecretMentions(secrets, unclear);
    }

    /** What stores call the same may be several secrets, in a store each: a script does not say which store it asks. */
    private static Map<String, Set<String>> byFile(Inventory inventory) {
        Map<String, Set<String>> secrets = new HashMap<>();
        for (DocumentedSecret secret : inventory.secrets().values()) {
            secret.kept()
                    .forEach(kept -> secrets.computeIfAbsent(kept.file(), none -> new LinkedHashSet<>())
                            .add(secret.name()));
        }
        return secrets;
    }

    private static void read(
            Step.Shell shell, Map<String, Set<String>> documented, Set<String> secrets, List<Place> unclear) {
        List<String> lines = shell.script().lines().map(ScriptMentions::code).toList();
        Set<String> words = new LinkedHashSet<>();
        lines.forEach(line -> words(line, documented, words));
        for (int i = 0; i < lines.size(); i++) {
            List<Mention> opened = openings(lines.get(i));
            opened.stream()
                    .flatMap(mention -> mention.secret().stream())
                    .forEach(file -> secrets.addAll(documented.getOrDefault(file, Set.of())));
            boolean unnamed =
                    opened.stream().anyMatch(mention -> mention.secret().isEmpty());
            if (unnamed && words.isEmpty()) {
                Place fence = shell.place();
                unclear.add(new Place(fence.file(), fence.line() + 1 + i, fence.column()));
            } else if (unnamed) {
                secrets.addAll(words);
            }
        }
    }

    private static List<Mention> openings(String line) {
        return SecretStore.KINDS.all().stream()
                .flatMap(kind -> kind.mentions(line).stream())
                .filter(Mention::opens)
                .toList();
    }

    private static void words(String line, Map<String, Set<String>> documented, Set<String> words) {
        WORD.matcher(line)
                .results()
                .map(result -> result.group())
                .forEach(word -> words.addAll(documented.getOrDefault(word, Set.of())));
    }
}
