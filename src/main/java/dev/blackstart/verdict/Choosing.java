package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.Condition;
import dev.blackstart.journal.Event.Looked;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules on which generation of the backups was brought back: one that is older than needed, or a bad one. */
final class Choosing {
    private final AttemptHistory main;
    private final boolean recovered;
    private final Place page;

    /** @param recovered whether everything that was compared is as it was */
    Choosing(AttemptHistory main, boolean recovered, Places places) {
        this.main = main;
        this.recovered = recovered;
        this.page = main.steps().stream()
                .findFirst()
                .map(step -> Place.start(step.where().file()))
                .orElseGet(places::drill);
    }

    List<Finding> findings() {
        return main.all(Event.GenerationsLooked.class).stream()
                .flatMap(looked -> Stream.of(older(looked), bad(looked), none(looked)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Where writes are missing among others, that is what went wrong, whichever it was made of. */
    private Optional<Finding> older(Event.GenerationsLooked looked) {
        return ChosenGeneration.newestGood(looked)
                .filter(good -> good.lost() > 0 && !main.has(Event.HoleFound.class))
                .map(good -> new Finding(
                        VerdictCode.OLDER_THAN_NEEDED,
                        page,
                        "%s came back, though %s, made %s, is good: at least %s that it holds %s lost"
                                .formatted(
                                        chosen(looked),
                                        good.name(),
                                        made(good),
                                        Counts.of(good.lost(), "acknowledged write"),
                                        good.lost() == 1 ? "is" : "are"),
                        "see by which order the page judges the backups, and what keeps it from the newest good one"));
    }

    /** What came back right is good, whatever it was made of. */
    private Optional<Finding> bad(Event.GenerationsLooked looked) {
        List<Looked> chosen = looked.newest().stream().filter(Looked::chosen).toList();
        boolean noneGood =
                !chosen.isEmpty() && chosen.stream().allMatch(one -> isBad(one) || one.condition() == Condition.UNSURE);
        return !wrong() || !noneGood
                ? Optional.empty()
                : Optional.of(new Finding(
                        VerdictCode.BAD_GENERATION,
                        page,
                        "what is there now is what %s holds, and that is no good one: %s; %s"
                                .formatted(
                                        chosen(looked),
                                        why(chosen.get(0).condition()),
                                        ChosenGeneration.newestGood(looked)
                                                .map(good -> "the newest good one is %s, made %s"
                                                        .formatted(good.name(), made(good)))
                                                .orElse("there is no good one")),
                        "let the page judge a backup before it counts on it: restore it beside the real data, and ask what"
                                + " must always hold"));
    }

    private Optional<Finding> none(Event.GenerationsLooked looked) {
        boolean hopeless = looked.listed() > 0 && looked.newest().stream().allMatch(Choosing::isBad);
        return recovered || !hopeless
                ? Optional.empty()
                : Optional.of(
                        new Finding(
                                VerdictCode.NO_GOOD_GENERATION,
                                looked.place(),
                                "no generation at %s:%s was good: of %s, %s"
                                        .formatted(
                                                looked.host(),
                                                looked.source(),
                                                Counts.of(looked.listed(), "generation"),
                                                counted(looked)),
                                "no page can bring back what no backup holds: keep older ones, or a second repository elsewhere"));
    }

    private static String counted(Event.GenerationsLooked looked) {
        return Stream.of(Condition.DAMAGED, Condition.NOT_WHOLE)
                .filter(condition -> looked.newest().stream().anyMatch(one -> one.condition() == condition))
                .map(condition -> "%d: %s"
                        .formatted(
                                looked.newest().stream()
                                        .filter(one -> one.condition() == condition)
                                        .count(),
                                why(condition)))
                .collect(Collectors.joining(", "));
    }

    private boolean wrong() {
        return main.has(Event.DataDiffered.class)
                || main.all(Event.CheckEnded.class).stream()
                        .anyMatch(check -> check.outcome() == Event.CheckOutcome.FAILED);
    }

    private static boolean isBad(Looked one) {
        return one.condition() == Condition.DAMAGED || one.condition() == Condition.NOT_WHOLE;
    }

    private static String why(Condition condition) {
        return switch (condition) {
            case DAMAGED -> "made after the damage";
            case UNSURE -> "made while the damage was done";
            default -> "it cannot be read to its end";
        };
    }

    private static String chosen(Event.GenerationsLooked looked) {
        List<String> names = looked.newest().stream()
                .filter(Looked::chosen)
                .map(Looked::name)
                .toList();
        if (names.isEmpty()) {
            return "something older than that";
        }
        return names.size() == 1 ? names.get(0) : "%s (or one of %d others)".formatted(names.get(0), names.size() - 1);
    }

    private String made(Looked good) {
        Duration before = main.at(Event.Struck.class).orElse(Duration.ZERO).minus(good.begun());
        return Durations.text(before.abs()) + (before.isNegative() ? " after" : " before") + " the strike";
    }
}
