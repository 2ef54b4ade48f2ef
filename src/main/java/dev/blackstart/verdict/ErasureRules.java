package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.journal.Event;
import dev.blackstart.terminal.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules on whether what the workload erased stayed erased; where it erased nothing, there is nothing to rule on. */
final class ErasureRules {
    private final AttemptHistory main;
    private final Actuals actuals;

    ErasureRules(AttemptHistory main, Actuals actuals) {
        this.main = main;
        this.actuals = actuals;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        main.last(Event.ErasuresStopped.class)
                .ifPresent(stopped -> new Measures(main)
                        .workload()
                        .flatMap(Workload::erasures)
                        .ifPresent(erasures -> rule(stopped, erasures, findings)));
        return findings;
    }

    private void rule(Event.ErasuresStopped stopped, Erasures erasures, List<Finding> findings) {
        if (stopped.lingering() > 0) {
            findings.add(new Finding(
                    VerdictCode.ERASURE_UNCALIBRATED,
                    stopped.place(),
                    "%d of %d writes were still there before the disaster, long after the service said that they are erased"
                            .formatted(stopped.lingering(), erasures.acknowledged()),
                    "see what of a write stays behind where it is erased"));
        }
        if (erasures.cameBack().orElse(0) > 0) {
            findings.add(cameBack(stopped.place(), erasures));
        }
        untried(stopped.place(), erasures).ifPresent(findings::add);
        untold(erasures)
                .ifPresent(message -> findings.add(new Finding(
                        VerdictCode.ERASURES_UNTOLD,
                        stopped.place(),
                        message,
                        "see what the service answers where a write is erased, and where it is read back")));
    }

    private Finding cameBack(Place place, Erasures erasures) {
        return new Finding(
                VerdictCode.ERASED_CAME_BACK,
                place,
                "%d of %d erased writes came back%s; the oldest was erased %s%s before the disaster"
                        .formatted(
                                erasures.cameBack().orElse(0),
                                erasures.erased(),
                                main.last(Event.EdgeErasure.class)
                                        .map(oldest -> ", such as " + oldest.id())
                                        .orElse(""),
                                actuals.erasurePointAtLeast() ? "at least " : "",
                                Durations.text(actuals.erasurePoint().orElse(Duration.ZERO))),
                "let the page erase anew what was erased since the backup, from a list that is kept elsewhere");
    }

    /** What came back is older than the disaster, but not so that it could hold anything that was erased since. */
    private Optional<Finding> untried(Place place, Erasures erasures) {
        boolean lost = main.last(Event.WorkloadReadBack.class)
                .filter(read -> read.lost() > 0)
                .isPresent();
        return main.last(Event.ErasuresReadBack.class)
                .filter(read -> lost && erasures.told() && read.exposed() == 0 && read.cameBack() == 0)
                .map(read -> new Finding(
                        VerdictCode.ERASURE_UNTRIED,
                        place,
                        "none of the %d erased writes could come back: none was erased after the moment that the recovery went back to"
                                .formatted(erasures.erased()),
                        "let the workload erase more of its writes (every), or let it last longer (for)"));
    }

    private Optional<String> untold(Erasures erasures) {
        if (erasures.erased() == 0) {
            return Optional.of(nothingErased(erasures));
        }
        if (erasures.gone().isEmpty()) {
            return verified() && !disbelieved()
                    ? Optional.of("the workload's %d erased writes were never looked for after the recovery"
                            .formatted(erasures.erased()))
                    : Optional.empty();
        }
        int unseen = erasures.erased()
                - erasures.gone().orElse(0)
                - erasures.cameBack().orElse(0);
        return unseen <= 0
                ? Optional.empty()
                : Optional.of("of %d erased writes, nobody could say whether %d are still gone"
                        .formatted(erasures.erased(), unseen));
    }

    private static String nothingErased(Erasures erasures) {
        if (erasures.acknowledged() > 0) {
            return "none of the %d writes that the service erased was seen to be gone before the disaster"
                    .formatted(erasures.acknowledged());
        }
        return erasures.asked() == 0
                ? "the workload erased nothing before the disaster, so nothing could come back"
                : "the service acknowledged none of the workload's %d erasures (%s), so nothing could come back"
                        .formatted(erasures.asked(), erasures.refusal());
    }

    private boolean verified() {
        return main.has(Event.Verified.class);
    }

    /** What finds whatever it is asked for was asked nothing more. */
    private boolean disbelieved() {
        return main.all(Event.Calibrated.class).stream()
                .anyMatch(said -> said.observer() == Event.Observer.READ_BACK && !said.right());
    }
}
