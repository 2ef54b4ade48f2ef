package dev.blackstart.verdict;

import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.Condition;
import java.util.List;
import java.util.Optional;

/**
 * Which generation of backups was brought back, and which one should have been.
 *
 * @param host where they lie, with {@code source}
 * @param listed how many generations there were when the recovery began
 * @param chosen those that it may be which came back, as its writes tell, the newest first; none: nobody knows, or none of
 *     those that were listed
 * @param newestGood the newest one from before all damage that can be read to its end; empty: there is none
 * @param passed what is newer than that, with why it is no good one, the newest first
 */
public record ChosenGeneration(
        String host, String source, int listed, List<String> chosen, Optional<String> newestGood, List<Passed> passed) {
    public ChosenGeneration {
        chosen = List.copyOf(chosen);
        passed = List.copyOf(passed);
    }

    /** A generation that is no good one. */
    public record Passed(String name, Condition condition) {}

    static ChosenGeneration of(Event.GenerationsLooked looked) {
        return new ChosenGeneration(
                looked.host(),
                looked.source(),
                looked.listed(),
                looked.newest().stream()
                        .filter(Event.Looked::chosen)
                        .map(Event.Looked::name)
                        .toList(),
                newestGood(looked).map(Event.Looked::name),
                looked.newest().stream()
                        .takeWhile(one -> one.condition() != Condition.GOOD)
                        .map(one -> new Passed(one.name(), one.condition()))
                        .toList());
    }

    static Optional<Event.Looked> newestGood(Event.GenerationsLooked looked) {
        return looked.newest().stream()
                .filter(one -> one.condition() == Condition.GOOD)
                .findFirst();
    }
}
