package dev.blackstart.backup;

import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is promised of backups, and what a repository says to it.
 *
 * @param of the hosts that are backed up there
 * @param holds the paths that each of their generations holds, as the repository has them
 * @param every how far the backups lie apart in life
 * @param keep how long each is kept at least
 */
public record Promised(List<String> of, List<String> holds, Optional<Duration> every, Optional<Duration> keep) {
    /** A timer does not strike to the moment, and a backup has to begin. */
    private static final Duration LATE_AT_LEAST = Duration.ofSeconds(10);

    private static final int LATE = 4;

    public Promised {
        of = List.copyOf(of);
        holds = List.copyOf(holds);
    }

    /**
     * What was seen of one promise.
     *
     * @param word its key in the definition
     * @param kept empty: nobody could tell
     */
    public record Seen(String word, Optional<Boolean> kept, String detail) {}

    /** What a repository listed at two moments, by the clock of its host. */
    public record Looks(Instant from, List<Generation> first, Instant until, List<Generation> last) {
        public Looks {
            first = List.copyOf(first);
            last = List.copyOf(last);
        }

        String watched() {
            return Durations.text(Duration.between(from, until));
        }
    }

    /** Whether there is anything to compare. */
    public boolean isEmpty() {
        return of.isEmpty() && holds.isEmpty() && every.isEmpty() && keep.isEmpty();
    }

    /** Compare all promises with what was listed, but for what generations {@linkplain #holds hold}. */
    public List<Seen> seen(Looks looks) {
        List<Seen> seen = new ArrayList<>();
        of.forEach(host -> seen.add(of(host, looks)));
        every.ifPresent(apart -> {
            if (of.isEmpty()) {
                seen.add(every(apart, "all", looks.last(), looks));
            }
            of.forEach(host -> seen.add(every(apart, host, by(host, looks.last()), looks)));
        });
        keep.ifPresent(atLeast -> seen.add(keep(atLeast, looks)));
        return seen;
    }

    /** The newest one of each host, or of all, by which it is told what its generations hold. */
    public List<Generation> newest(List<Generation> listed) {
        if (of.isEmpty()) {
            return listed.stream().skip(Math.max(0, listed.size() - 1)).toList();
        }
        return of.stream()
                .flatMap(host -> by(host, listed).stream().reduce((one, later) -> later).stream())
                .toList();
    }

    private static List<Generation> by(String host, Collection<Generation> all) {
        return all.stream().filter(generation -> generation.by(host)).toList();
    }

    private static Seen of(String host, Looks looks) {
        List<Generation> own = by(host, looks.last());
        if (own.isEmpty()) {
            Set<String> others = new TreeSet<>();
            looks.last().forEach(generation -> others.add(generation.host()));
            return new Seen(
                    "of",
                    Optional.of(false),
                    "none of the %s there is of %s%s"
                            .formatted(
                                    Counts.of(looks.last().size(), "generation"),
                                    host,
                                    others.isEmpty() ? "" : ": they are of " + String.join(", ", others)));
        }
        return new Seen(
                "of",
                Optional.of(true),
                "%s of %s, the newest %s"
                        .formatted(
                                Counts.of(own.size(), "generation"),
                                host,
                                own.get(own.size() - 1).name()));
    }

    /** Only between the two looks: before them this replica did not run. */
    private static Seen every(Duration apart, String whose, List<Generation> all, Looks looks) {
        Duration most = apart.plus(later(apart.dividedBy(LATE), LATE_AT_LEAST));
        Instant since = looks.from();
        Duration longest = Duration.ZERO;
        int came = 0;
        for (Generation generation : all) {
            if (generation.ended().isAfter(looks.from())) {
                longest = later(longest, Duration.between(since, generation.begun()));
                since = generation.ended();
                came++;
            }
        }
        longest = later(longest, Duration.between(since, looks.until()));
        String watched =
                "of %s, %s came in %s".formatted(whose, came == 0 ? "none" : String.valueOf(came), looks.watched());
        if (longest.compareTo(most) > 0) {
            return new Seen(
                    "every",
                    Optional.of(false),
                    "%s; none was being made for %s, and every %s there is to be one"
                            .formatted(watched, Durations.text(longest), Durations.text(apart)));
        }
        return new Seen(
                "every",
                came > 1 ? Optional.of(true) : Optional.empty(),
                "%s, and every %s there is to be one".formatted(watched, Durations.text(apart)));
    }

    /** What vanished between the two looks was pruned at an age that is known; a history that is younger tells nothing. */
    private static Seen keep(Duration atLeast, Looks looks) {
        Set<String> left = new HashSet<>();
        looks.last().forEach(generation -> left.add(generation.name()));
        List<Generation> gone = looks.first().stream()
                .filter(generation -> !left.contains(generation.name()))
                .toList();
        Optional<Generation> youngest = gone.stream().reduce((one, later) -> later);
        if (youngest.isPresent()) {
            Duration age = Duration.between(youngest.get().ended(), looks.until());
            return new Seen(
                    "keep",
                    Optional.of(age.compareTo(atLeast) >= 0),
                    "%s went within %s, the youngest (%s) %s old; each is to be kept for %s"
                            .formatted(
                                    Counts.of(gone.size(), "generation"),
                                    looks.watched(),
                                    youngest.get().name(),
                                    Durations.text(age),
                                    Durations.text(atLeast)));
        }
        Optional<Duration> oldest =
                looks.last().stream().findFirst().map(first -> Duration.between(first.ended(), looks.until()));
        return new Seen(
                "keep",
                oldest.filter(age -> age.compareTo(atLeast) >= 0).map(age -> true),
                "none went within %s; the oldest is %s old, and each is to be kept for %s"
                        .formatted(
                                looks.watched(),
                                oldest.map(Durations::text).orElse("of no age, as there is none"),
                                Durations.text(atLeast)));
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
