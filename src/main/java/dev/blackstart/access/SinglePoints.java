package dev.blackstart.access;

import dev.blackstart.access.SinglePoint.Kind;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.SecretOrder;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds what must not be lost: whatever can be opened with all that there is, and cannot without this one thing. */
final class SinglePoints {
    private static final Comparator<SinglePoint> MOST_FIRST = Comparator.comparing(
            point -> -point.secrets().size() - point.runbooks().size());

    private final Inventory inventory;
    private final SecretOrder order;
    private final List<RunbookNeeds> runbooks;
    private final Opened whole;

    SinglePoints(Inventory inventory, SecretOrder order, List<RunbookNeeds> runbooks) {
        this.inventory = inventory;
        this.order = order;
        this.runbooks = runbooks;
        this.whole = opened(Set.of(), store -> false);
    }

    /** @param suspects who may be such a person; everybody else is known not to be one */
    List<SinglePoint> find(Set<String> suspects, StorePlaces places) {
        Stream<SinglePoint> people = List.copyOf(suspects).parallelStream()
                .flatMap(person -> point(Kind.PERSON, person, opened(Set.of(person), store -> false)).stream());
        Stream<SinglePoint> stores = places.all().stream()
                .flatMap(place ->
                        point(place.kind(), place.name(), opened(Set.of(), place.stores()::contains)).stream());
        return Stream.concat(people, stores).sorted(MOST_FIRST).toList();
    }

    private Opened opened(Set<String> lost, Predicate<String> gone) {
        Set<String> there = new LinkedHashSet<>(inventory.people().keySet());
        there.removeAll(lost);
        return new Opened(order.groups(), there, gone);
    }

    private Optional<SinglePoint> point(Kind kind, String name, Opened left) {
        Set<String> secrets = new LinkedHashSet<>();
        for (String secret : inventory.secrets().keySet()) {
            if (whole.has(secret) && !left.has(secret)) {
                secrets.add(secret);
            }
        }
        Set<String> pages = new LinkedHashSet<>();
        for (RunbookNeeds needs : runbooks) {
            if (needs.secrets().stream().anyMatch(secrets::contains)
                    && needs.secrets().stream().allMatch(whole::has)) {
                pages.add(needs.runbook().name());
            }
        }
        return secrets.isEmpty() ? Optional.empty() : Optional.of(new SinglePoint(kind, name, secrets, pages));
    }
}
