package dev.blackstart.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a state held, thing by thing, without what the workload wrote. */
public record Fingerprint(SortedMap<Thing, Content> things) {
    /** Said of a difference that takes nothing from anybody. */
    static final String NO_LOSS = "(no data is lost)";

    /** Said of what only the later of two holds. */
    static final String NEW = "was not there before " + NO_LOSS;

    public Fingerprint {
        things = Collections.unmodifiableSortedMap(new TreeMap<>(things));
    }

    /**
     * Something that a state consists of.
     *
     * @param sort what is compared in one manner, such as {@code table}
     * @param name as readers are told, such as {@code table public.pledges}
     */
    public record Thing(String sort, String name) implements Comparable<Thing> {
        private static final Comparator<Thing> ORDER =
                Comparator.comparing(Thing::sort).thenComparing(Thing::name);

        @Override
        public int compareTo(Thing other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What there is in a thing.
     *
     * @param count of whatever it holds many of, such as rows; 0 where nothing is counted
     * @param content itself or a digest of it
     * @param parts what it can be told apart into where it changes on its own: a digest of each column, or of each
     *     {@link Cell}, by its key; nothing where it is one. It says nothing that the content does not say
     */
    public record Content(long count, String content, SortedMap<String, String> parts) {
        public Content {
            parts = parts.isEmpty()
                    ? Collections.emptySortedMap()
                    : Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        }

        /** One that is not told apart. */
        public Content(long count, String content) {
            this(count, content, Collections.emptySortedMap());
        }

        /** Whether it is the same: which parts it was told apart into does not matter. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Content content && count == content.count && this.content.equals(content.content);
        }

        @Override
        public int hashCode() {
            return Objects.hash(count, content);
        }
    }

    /** How many things are compared. */
    public int size() {
        return things.size();
    }

    /** The things of one sort, by name. */
    SortedMap<String, Content> of(String sort) {
        SortedMap<String, Content> some = new TreeMap<>();
        things.forEach((thing, content) -> {
            if (thing.sort().equals(sort)) {
                some.put(thing.name(), content);
            }
        });
        return some;
    }

    /** The same without some things. */
    Fingerprint without(Predicate<Thing> left) {
        SortedMap<Thing, Content> some = new TreeMap<>(things);
        some.keySet().removeIf(left);
        return new Fingerprint(some);
    }

    /**
     * Compare the things of one sort, in the order of their names. What only one of both holds differs in any case.
     *
     * @param words in what the first of two contents differs from the second, in words; empty: it may be so
     */
    List<Difference> differences(String sort, Fingerprint later, BiFunction<Content, Content, Optional<String>> words) {
        SortedMap<String, Content> before = of(sort);
        SortedMap<String, Content> after = later.of(sort);
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            Content was = before.get(name);
            Content is = after.get(name);
            if (was == null) {
                differences.add(new Difference(name, NEW));
            } else if (is == null) {
                differences.add(new Difference(name, "is missing"));
            } else {
                words.apply(was, is).ifPresent(what -> differences.add(new Difference(name, what)));
            }
        }
        return differences;
    }
}
