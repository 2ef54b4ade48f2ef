package dev.blackstart.testing;

import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Journals of whole runs, modelled after the reference environment, and what tests change about them. */
public record Journals(List<Entry> entries) {
    public static final String WITHOUT_BACKUP = "without a backup";
    public static final String EVERYBODY_BACK = "everybody is back";
    public static final String SHUT_TO_ANOTHER = "everybody back, with another primary-account";

    public Journals {
        entries = List.copyOf(entries);
    }

    /** A drill that passed, with every control that it owes. */
    public static Journals passed() {
        return passed(Plans.Options.USUAL);
    }

    public static Journals passed(Plans.Options options) {
        return Story.recovered(options);
    }

    /** A drill that was green because nobody could open the provider's account. */
    public static Journals lockedOut() {
        return Story.lockedOut();
    }

    public static final String OLDER_BACKUP = "with an older backup";

    /** Name the control that puts another value in a secret's place. */
    public static String withAnother(String secret) {
        return "with another " + secret;
    }

    /** Name the control that withholds a secret. */
    public static String without(String secret) {
        return "without " + secret;
    }

    /** Leave out every event of a kind from the drill itself. */
    public Journals leavingOut(Class<? extends Event> kind) {
        return leavingOut(Entry.MAIN, kind);
    }

    public Journals leavingOut(String attempt, Class<? extends Event> kind) {
        return keeping(entry -> !(entry.attempt().equals(attempt) && kind.isInstance(entry.event())));
    }

    public Journals leavingOutAttempt(String attempt) {
        return keeping(entry -> !entry.attempt().equals(attempt));
    }

    public Journals keeping(Predicate<Entry> kept) {
        return new Journals(entries.stream().filter(kept).toList());
    }

    public Journals upTo(int length) {
        return new Journals(entries.subList(0, Math.min(length, entries.size())));
    }

    /** Cut the journal off before the first event of a kind in the drill itself. */
    public Journals before(Class<? extends Event> kind) {
        return new Journals(entries.stream()
                .takeWhile(entry -> !kind.isInstance(entry.event()))
                .toList());
    }

    public <E extends Event> Journals changing(Class<E> kind, UnaryOperator<E> change) {
        return changing(Entry.MAIN, kind, change);
    }

    public <E extends Event> Journals changing(String attempt, Class<E> kind, UnaryOperator<E> change) {
        return new Journals(entries.stream()
                .map(entry -> entry.attempt().equals(attempt) && kind.isInstance(entry.event())
                        ? with(entry, change.apply(kind.cast(entry.event())))
                        : entry)
                .toList());
    }

    /** Let something else happen, just before an attempt is verified or, where it never is, ends. */
    public Journals adding(String attempt, Event event) {
        int index = index(attempt, Event.Verified.class)
                .or(() -> index(attempt, Event.AttemptEnded.class))
                .orElse(entries.size());
        List<Entry> more = new ArrayList<>(entries);
        Entry before = entries.get(Math.max(0, index - 1));
        more.add(index, new Entry(before.at(), before.wall(), attempt, event));
        return new Journals(more);
    }

    public Journals adding(Event event) {
        return adding(Entry.MAIN, event);
    }

    /** Let a step of the drill end otherwise; what comes after it in the drill does not happen. */
    public Journals endingStep(int number, Event.StepOutcome outcome, String reason) {
        return endingStep(Entry.MAIN, number, outcome, reason, Optional.empty());
    }

    public Journals endingStep(
            String attempt, int number, Event.StepOutcome outcome, String reason, Optional<String> refused) {
        List<Entry> changed = new ArrayList<>();
        boolean over = false;
        for (Entry entry : entries) {
            boolean own = entry.attempt().equals(attempt);
            if (own && entry.event() instanceof Event.StepEnded ended && ended.number() == number) {
                changed.add(with(entry, otherwise(ended, outcome, reason, refused)));
                over = true;
            } else if (!own || !over || isEnd(entry.event())) {
                changed.add(entry);
            }
        }
        return new Journals(changed);
    }

    private static boolean isEnd(Event event) {
        return event instanceof Event.AttemptEnded
                || event instanceof Event.CleanedUp
                || event instanceof Event.Overhead
                || event instanceof Event.RunEnded;
    }

    private static Event otherwise(
            Event.StepEnded ended, Event.StepOutcome outcome, String reason, Optional<String> refused) {
        return new Event.StepEnded(
                ended.number(),
                ended.heading(),
                ended.place(),
                outcome,
                1,
                reason,
                ended.excerpt(),
                ended.opened(),
                refused);
    }

    private Optional<Integer> index(String attempt, Class<? extends Event> kind) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).attempt().equals(attempt)
                    && kind.isInstance(entries.get(i).event())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static Entry with(Entry entry, Event event) {
        return new Entry(entry.at(), entry.wall(), entry.attempt(), event);
    }

    /** When the drill itself was struck, on the run's ticker. */
    public Duration struckAt() {
        return entries.stream()
                .filter(entry -> entry.event() instanceof Event.Struck)
                .findFirst()
                .orElseThrow()
                .at();
    }
}
