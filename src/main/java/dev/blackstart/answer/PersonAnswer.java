package dev.blackstart.answer;

import dev.blackstart.access.Bounds;
import dev.blackstart.access.Choice;
import dev.blackstart.access.OfPerson;
import dev.blackstart.access.PathStep;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import dev.blackstart.drift.Openers;
import dev.blackstart.drift.Openers.Intention;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one person opens, and how that differs from what the person is to open.
 *
 * @param alone with no key but the person's own
 * @param together with others who need this person
 * @param closed what the person is to open, and does not open alone
 */
public record PersonAnswer(String person, List<Alone> alone, List<Together> together, List<Closed> closed) {
    public PersonAnswer {
        alone = List.copyOf(alone);
        together = List.copyOf(together);
        closed = List.copyOf(closed);
    }

    /**
     * A secret that the person opens.
     *
     * @param keys of the person by which it opens, where files were asked
     * @param path by which secrets
     * @param against what says who is to open it, and does not name the person: then it must be changed
     */
    public record Alone(String secret, List<String> keys, List<PathStep> path, List<String> against) {}

    /**
     * A secret that others open with the person.
     *
     * @param others how few it takes
     * @param who some who are enough
     */
    public record Together(String secret, Bounds others, Choice who) {}

    /**
     * A secret that the person is to open, and is not known to.
     *
     * @param known whether it is closed; else one of the keys that a file does not name may be the person's
     * @param by what says that the person is to open it
     */
    public record Closed(String secret, boolean known, List<String> by) {}

    /** @param openers of the files, where files were asked */
    static PersonAnswer of(OfPerson found, Inventory inventory, List<Openers> openers) {
        Map<Path, Openers> byFile =
                openers.stream().collect(Collectors.toMap(Openers::file, Function.identity(), (one, other) -> one));
        String person = found.person();
        List<Alone> alone = found.alone().stream()
                .map(one -> {
                    Openers file = byFile.get(file(inventory, one.secret()));
                    return new Alone(
                            one.secret(),
                            file == null
                                    ? List.of()
                                    : file.keys().getOrDefault(person, Set.of()).stream()
                                            .sorted()
                                            .toList(),
                            one.path(),
                            file == null ? List.of() : notNaming(file, person));
                })
                .toList();
        Set<String> opened = found.alone().stream().map(OfPerson.Alone::secret).collect(Collectors.toSet());
        List<Closed> closed = inventory.secrets().values().stream()
                .filter(secret -> !opened.contains(secret.name()))
                .flatMap(secret -> Stream.ofNullable(byFile.get(secret.place().file()))
                        .map(file -> new Closed(secret.name(), file.told(), wanting(file, person))))
                .filter(one -> !one.by().isEmpty())
                .toList();
        return new PersonAnswer(
                person,
                alone,
                found.together().stream()
                        .map(one -> new Together(one.secret(), one.others(), one.who()))
                        .toList(),
                closed);
    }

    private static Path file(Inventory inventory, String secret) {
        DocumentedSecret known = Objects.requireNonNull(inventory.secrets().get(secret));
        return known.place().file();
    }

    private static List<String> wanting(Openers file, String person) {
        return file.intended().stream()
                .filter(one -> one.people().contains(person)
                        && (one.alone() || !file.keys().containsKey(person)))
                .map(Intention::by)
                .toList();
    }

    private static List<String> notNaming(Openers file, String person) {
        return file.intended().stream()
                .filter(intention -> !intention.people().contains(person))
                .map(Intention::by)
                .toList();
    }
}
