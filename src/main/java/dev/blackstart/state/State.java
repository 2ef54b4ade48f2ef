package dev.blackstart.state;

import dev.blackstart.kind.Kinds;
import dev.blackstart.machine.Host;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a host holds and must come back, as the definition tells it: one class a kind, which alone knows the tools
 * of its system. Whatever cannot be looked at to its end throws {@link StateException}, and is never taken for equal.
 */
public sealed interface State permits CommandState, FilesState, MariadbState, PostgresqlState, RedisState, SqliteState {
    /** All kinds, by the words of {@code compose.yaml}. */
    Kinds<State> KINDS = Kinds.of(State.class);

    /** What reports call it beside its host, such as the name of a database. */
    String name();

    /** Words of this kind that are no secret, though a value such as a URL may hold them. */
    default List<String> words() {
        return List.of(name());
    }

    /**
     * Take down what it holds now.
     *
     * @param mark text that everything of the workload's holds, and that is left out; any unlikely text without a workload
     */
    Fingerprint fingerprint(Host host, String mark);

    /**
     * The same after a recovery, when that something cannot be read is an answer, too: it is left out, or told of as a
     * difference. Only where nothing can be told at all it throws.
     */
    default Fingerprint remains(Host host, String mark) {
        return fingerprint(host, mark);
    }

    /** Count what a fingerprint holds by this kind's own nouns, in the plural, the most telling first. */
    Map<String, Long> counts(Fingerprint fingerprint);

    /** Everything in which {@code after} is not as {@code before}, and may not be so, in words. */
    List<Difference> differences(Fingerprint before, Fingerprint after);

    /** Word differences for people, who read a few lines: what is alike, or lies in one another, may be told of together. */
    default List<Difference> told(List<Difference> differences) {
        return differences;
    }

    /** Whether a thing is data, which nobody has who has but an empty system; all else is a definition or a setting. */
    boolean isData(Fingerprint.Thing thing, Fingerprint.Content content);

    /**
     * Whether a thing may be missing because it lies in another that lives, and in which things go on their own.
     *
     * @param living all that lives
     */
    default boolean mayGo(Fingerprint.Thing thing, Set<Fingerprint.Thing> living, Fingerprint after) {
        return false;
    }

    /** What {@link #differences} call one of its things. */
    default String shown(Fingerprint.Thing thing) {
        return thing.name();
    }

    /** How a definition calls one of its things, in short: without the word of its sort. */
    default String called(Fingerprint.Thing thing) {
        String noun = thing.sort() + " ";
        String shown = shown(thing);
        return shown.startsWith(noun) ? shown.substring(noun.length()) : shown;
    }

    /**
     * The SHA-256 of each file that it holds, in hexadecimal digits, by its path as seen from the state's own; empty: it holds
     * something else.
     */
    default Optional<Map<String, String>> files(Fingerprint fingerprint) {
        return Optional.empty();
    }

    /** What can be written into it to tell a new backup from what came from elsewhere; empty: its application alone writes. */
    default Optional<Sign> sign(String mark) {
        return Optional.empty();
    }

    /** How a check asks it; empty: this kind answers no queries. */
    Optional<Queries> queries();

    /** How it is told what may change it; empty: this kind takes no statements. */
    default Optional<Statements> statements() {
        return Optional.empty();
    }
}
