package dev.blackstart.definition;

import dev.blackstart.store.SecretStore;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that a drill can bring to life what its environment documents: what it left out would let everybody in. */
final class Drillable {
    /** What shells, files and reports take without quotes. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9][\\w.@+-]*(/[A-Za-z0-9][\\w.@+-]*)*");

    /** What keys and their files are called after. */
    private static final Pattern PERSON = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private final Inventory inventory;
    private final Problems problems;

    Drillable(Inventory inventory, Problems problems) {
        this.inventory = inventory;
        this.problems = problems;
    }

    void check() {
        stores();
        inventory.people().values().stream()
                .filter(person -> !PERSON.matcher(person.name()).matches())
                .forEach(person -> problems.error(
                        person.place(),
                        "no drill can give keys to somebody called \"%s\"".formatted(person.name()),
                        "Use small letters, digits and hyphens, such as `%s`; `blackstart access` takes the name as it is."
                                .formatted(plainer(person.name()))));
        inventory.secrets().values().forEach(this::secret);
    }

    private static String plainer(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.isEmpty() ? "alice" : plain;
    }

    private void secret(DocumentedSecret secret) {
        Stream.concat(Stream.of(secret.name()), secret.kept().stream().map(DocumentedSecret.Kept::file))
                .filter(name -> !SECRET.matcher(name).matches())
                .distinct()
                .forEach(
                        name -> problems.error(
                                secret.place(),
                                "no drill can keep a secret called \"%s\"".formatted(name),
                                "Use letters from A to Z, digits, and `. _ @ + - /` in its name and its `file`, in the store as well; `blackstart access` takes them as they are."));
    }

    private void stores() {
        inventory.stores().values().stream()
                .filter(store -> store.kind().drilled().isEmpty())
                .forEach(store -> problems.error(
                        store.place(),
                        "no drill can bring the store \"%s\" to life: its kind is %s"
                                .formatted(store.name(), store.kind().word()),
                        "Keep what this system is rebuilt with in a store of kind %s; `blackstart access` takes this one as it is."
                                .formatted(kinds())));
    }

    private static String kinds() {
        return SecretStore.KINDS.all().stream()
                .filter(kind -> kind.drilled().isPresent())
                .map(SecretStore::word)
                .collect(Collectors.joining(" or "));
    }
}
