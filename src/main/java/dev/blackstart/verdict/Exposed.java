package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.FirstOpenings;
import dev.blackstart.journal.Event;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with secrets themselves, whatever came of the recovery: everybody reads one, or nobody knows of it. */
final class Exposed {
    private Exposed() {}

    static List<Finding> findings(Event.RunStarted plan, AttemptHistory main, Places places) {
        Stream<Finding> shown = main.all(Event.SecretShown.class).stream()
                .map(one -> new Finding(
                        VerdictCode.SECRET_IN_CLEAR,
                        plan.placeOf(one.secret()),
                        "the value of %s stands in %s (%s), where everybody can read it"
                                .formatted(one.secret(), one.where(), one.form()),
                        "take it out there, change the secret, and let whoever needs it open the store"))
                .distinct();
        Set<String> documented =
                plan.secrets().stream().map(Event.PlannedSecret::name).collect(Collectors.toSet());
        FirstOpenings openings = new FirstOpenings(main);
        Stream<Finding> unknown = openings.secrets().stream()
                .filter(secret -> !documented.contains(secret))
                .map(secret -> new Finding(
                        VerdictCode.SECRET_UNDOCUMENTED,
                        openings.of(secret)
                                .flatMap(FirstOpenings.Opening::where)
                                .orElseGet(places::drill),
                        "the recovery opened %s, which the inventory does not name".formatted(secret),
                        "document it in secrets.yaml, or take it out of the store: nobody plans with what nobody"
                                + " knows of"));
        return Stream.concat(shown, unknown).toList();
    }
}
