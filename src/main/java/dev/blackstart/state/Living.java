package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a state changes on its own: it differed between two looks before the disaster, or is declared to. It is compared by
 * presence and bounds, never by value; everything else has to be as it was at the first look.
 */
public final class Living {
    private final State state;
    private final Fingerprint first;
    private final Fingerprint second;
    private final List<Pattern> declared;
    private final SortedMap<Thing, Movement> movements = new TreeMap<>();
    private final Set<Thing> passing = new HashSet<>();

    private Living(State state, Fingerprint first, Fingerprint second, List<String> declared) {
        this.state = state;
        this.first = first;
        this.second = second;
        this.declared = declared.stream().map(Living::pattern).toList();
    }

    /**
     * Something that lives.
     *
     * @param name as {@code living} takes it, such as {@code users.last_used_at}
     * @param what it did, in words
     * @param declared whether the definition says so
     */
    public record Mover(String name, String what, boolean declared) {}

    /**
     * Find it.
     *
     * @param declared what the definition says that lives: names of things or, behind a dot, of their columns; {@code *}
     *     stands for anything
     */
    public static Living between(State state, Fingerprint first, Fingerprint second, List<String> declared) {
        Living living = new Living(state, first, second, declared);
        living.find();
        return living;
    }

    private void find() {
        Set<String> differing = state.differences(first, second).stream()
                .map(Difference::object)
                .collect(Collectors.toSet());
        Set<Thing> all = new HashSet<>(first.things().keySet());
        all.addAll(second.things().keySet());
        for (Thing thing : all) {
            Content was = first.things().get(thing);
            Content is = second.things().get(thing);
            boolean moved = differing.contains(state.shown(thing)) && !(was != null && was.equals(is));
            if (was == null || is == null) {
                if (moved || isDeclared(state.called(thing))) {
                    passing.add(thing);
                }
                continue;
            }
            Set<String> columns = declaredColumns(thing, was);
            if (moved || !columns.isEmpty() || isDeclared(state.called(thing))) {
                movements.put(thing, movement(thing, was, is, columns));
            }
        }
    }

    private Movement movement(Thing thing, Content was, Content is, Set<String> columns) {
        return isDeclared(state.called(thing))
                ? Movement.between(
                        new Content(was.count(), was.content()), new Content(is.count(), is.content()), Set.of())
                : Movement.between(was, is, columns);
    }

    private Set<String> declaredColumns(Thing thing, Content content) {
        return content.parts().keySet().stream()
                .map(key -> Cell.of(key).column())
                .filter(column -> isDeclared(state.called(thing) + "." + column))
                .collect(Collectors.toSet());
    }

    private boolean isDeclared(String name) {
        return declared.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /** A star stands for anything, and everything else for itself. */
    private static Pattern pattern(String declared) {
        String words =
                Arrays.stream(declared.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(words, Pattern.DOTALL);
    }

    /** All that lives, by name. */
    public List<Mover> parts() {
        List<Mover> parts = new ArrayList<>();
        movements.forEach((thing, movement) -> parts.addAll(parts(state.called(thing), movement)));
        passing.stream()
                .sorted()
                .forEach(thing -> parts.add(new Mover(
                        state.called(thing),
                        first.things().containsKey(thing) ? "went" : "came",
                        isDeclared(state.called(thing)))));
        return parts;
    }

    private List<Mover> parts(String name, Movement movement) {
        if (movement.whole()
                || movement.come()
                || movement.go()
                || movement.columns().isEmpty()) {
            return List.of(new Mover(name, movement.what(), isDeclared(name)));
        }
        return movement.columns().stream()
                .map(column -> new Mover(name + "." + column, "changed", isDeclared(name + "." + column)))
                .toList();
    }

    /** Everything in which {@code after} is not as it was, and may not be so: what lives by its bounds, the rest by its value. */
    public List<Difference> differences(Fingerprint after) {
        List<Difference> differences = new ArrayList<>(state.differences(still(first), still(after)));
        movements.forEach((thing, movement) -> {
            @Nullable Content is = after.things().get(thing);
            List<String> words = is == null ? missing(thing, after) : movement.differences(is);
            words.forEach(what -> differences.add(new Difference(state.shown(thing), what)));
        });
        return differences;
    }

    private List<String> missing(Thing thing, Fingerprint after) {
        return state.mayGo(thing, movements.keySet(), after) ? List.of() : List.of("is missing");
    }

    private Fingerprint still(Fingerprint fingerprint) {
        return fingerprint.without(
                thing -> movements.containsKey(thing) || passing.contains(thing) || isDeclared(state.called(thing)));
    }

    /** How much of its data that stays is there as it was. */
    public Kept kept(Fingerprint after) {
        return Kept.of(state, still(first), after);
    }

    /** How many things are compared, by value or by bounds. */
    public int size() {
        return first.size();
    }
}
