package dev.blackstart.report;

import dev.blackstart.control.Control;
import dev.blackstart.finding.Code;
import dev.blackstart.finding.Place;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Durations;
import dev.blackstart.terminal.SafeText;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What runs now, and the words for what is over. */
final class LiveLine {
    /** The end of the page is no verdict yet: verification and objectives decide. */
    private static final String REACHED = "came to the end of the page";

    /** In place of the kind of control: neither the drill itself nor one of these. */
    private static final String NOBODY_RECOVERS = "";

    private static final int BAR = 10;

    /** @param at elapsed time, worded */
    record Line(String at, String text, boolean bad) {}

    private final Map<String, Duration> begun = new HashMap<>();
    private final Map<String, Set<String>> wentOn = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, String> stumbled = new HashMap<>();
    private String attempt = Entry.MAIN;
    private String doing = "starting";
    private Duration origin = Duration.ZERO;
    private Duration since = Duration.ZERO;
    private @Nullable Duration struck;
    private @Nullable Duration objective;

    /** See what happened, and word it where it is worth a line of its own. */
    Optional<Line> see(Entry entry) {
        if (entry.event() instanceof Event.RunStarted) {
            origin = entry.at(); // several runs share one clock
        }
        return line(entry).map(text -> new Line(time(entry.at()), SafeText.plain(text), bad(entry.event())));
    }

    /** Word something that no entry tells. */
    Line aside(Duration elapsed, String text) {
        return new Line(time(elapsed), SafeText.plain(text), false);
    }

    private Optional<String> line(Entry entry) {
        Event event = entry.event();
        boolean main = entry.attempt().equals(Entry.MAIN);
        if (event instanceof Event.RunStarted plan) {
            objective = plan.recoveryTimeObjective();
            return Optional.of(ReportWords.name(plan.drill(), plan.lost()) + ": " + plan.title());
        } else if (event instanceof Event.StageStarted stage) {
            doing(entry, stage.stage().word());
            begun.put(key(entry, stage.stage().word()), entry.at());
        } else if (event instanceof Event.StageEnded stage) {
            return main
                    ? Optional.of("%s: %s"
                            .formatted(
                                    stage.stage().word(),
                                    took(entry, stage.stage().word())))
                    : Optional.empty();
        } else if (event instanceof Event.Struck) {
            doing(entry, "disaster");
            struck = main ? entry.at() : struck;
            return main ? Optional.of("the disaster begins") : Optional.empty();
        } else if (event instanceof Event.Damaged damaged) {
            return main ? Optional.of(damaged.what()) : look(entry, damaged.what());
        } else if (event instanceof Event.Detected detected) {
            return main ? Optional.of(detected(detected)) : look(entry, detected(detected));
        } else if (event instanceof Event.StepStarted step) {
            doing(entry, place(step.place()) + " " + step.heading());
            begun.put(key(entry, "step " + step.number()), entry.at());
        } else if (event instanceof Event.StepEnded step) {
            return step(entry, step, main);
        } else if (event instanceof Event.Verified verified) {
            struck = main ? null : struck; // the objective's clock has stopped
            return main
                    ? Optional.of("verified: " + Counts.of(verified.comparisons(), "comparison"))
                    : Optional.empty();
        } else if (event instanceof Event.Untold untold) {
            return Optional.of("could not tell: " + untold.message());
        } else if (event instanceof Event.Interrupted interrupted) {
            doing(entry, "cleaning up");
            return Optional.of(interrupted.signal() + ": cleaning up");
        } else if (event instanceof Event.AttemptStarted started) {
            kinds.put(entry.attempt(), started.control().orElse(NOBODY_RECOVERS));
        } else if (event instanceof Event.TrialEnded trial) {
            Set<String> riding = wentOn.computeIfAbsent(entry.attempt(), unused -> new LinkedHashSet<>());
            if (trial.wentOn()) {
                riding.add(name(trial));
            } else {
                riding.remove(name(trial));
            }
            return Optional.of(trial(trial));
        } else if (event instanceof Event.AttemptEnded && shared(entry)) {
            return wentOn(entry);
        } else if (event instanceof Event.AttemptEnded && !main && !looks(entry)) {
            return Optional.of(
                    "control, %s: %s".formatted(entry.attempt(), stumbled.getOrDefault(entry.attempt(), REACHED)));
        }
        return Optional.empty();
    }

    private boolean shared(Entry entry) {
        return kinds.getOrDefault(entry.attempt(), "").equals(Event.AttemptStarted.STEP_BY_STEP);
    }

    /** Whether the attempt only shows who sees a damage. */
    private boolean looks(Entry entry) {
        return NOBODY_RECOVERS.equals(kinds.get(entry.attempt()));
    }

    private Optional<String> look(Entry entry, String what) {
        return looks(entry) ? Optional.of(entry.attempt() + ": " + what) : Optional.empty();
    }

    private Optional<String> wentOn(Entry entry) {
        Set<String> riding = wentOn.getOrDefault(entry.attempt(), Set.of());
        return riding.isEmpty()
                ? Optional.empty()
                : Optional.of("control, %s: %s"
                        .formatted(String.join(", ", riding), stumbled.getOrDefault(entry.attempt(), REACHED)));
    }

    private static String trial(Event.TrialEnded trial) {
        String name = name(trial);
        String place = place(trial.without().place());
        if (trial.tells()) {
            return "control, %s: stopped at %s".formatted(name, place);
        }
        return trial.wentOn()
                ? "control, %s: %s does not miss it; going on without".formatted(name, place)
                : "control, %s: %s does not tell; a recovery of its own will".formatted(name, place);
    }

    private static String name(Event.TrialEnded trial) {
        return Control.of(trial).map(Control::name).orElse(trial.control());
    }

    private static boolean bad(Event event) {
        return event instanceof Event.Untold
                || event instanceof Event.Interrupted
                || (event instanceof Event.StepEnded step && step.outcome() != Event.StepOutcome.DONE)
                || (event instanceof Event.Detected detected && !detected.noticed());
    }

    private static String detected(Event.Detected detected) {
        return "%s %s".formatted(detected.name(), detected.noticed() ? "names the damage" : "does not name the damage");
    }

    private Optional<String> step(Entry entry, Event.StepEnded step, boolean main) {
        String place = place(step.place());
        doing(entry, "after " + place);
        if (step.outcome() != Event.StepOutcome.DONE) {
            stumbled.put(entry.attempt(), "stopped at " + place);
        }
        String outcome = step.outcome() == Event.StepOutcome.DONE ? "" : Code.kebab(step.outcome()) + ": ";
        String reason = step.reason().isBlank() ? "" : ": " + step.reason();
        return main
                ? Optional.of("%s%s %s, %s%s"
                        .formatted(outcome, place, step.heading(), took(entry, "step " + step.number()), reason))
                : Optional.empty();
    }

    /** Of attempts side by side, the moving line tells of the one that did something last. */
    private void doing(Entry entry, String what) {
        attempt = entry.attempt();
        doing = SafeText.plain(what);
        since = entry.at();
    }

    private static String key(Entry entry, String what) {
        return entry.attempt() + ": " + what;
    }

    private String took(Entry entry, String what) {
        return Durations.text(entry.at().minus(begun.getOrDefault(key(entry, what), entry.at())));
    }

    private String time(Duration at) {
        return Durations.text(notNegative(at.minus(origin)));
    }

    /** The file's name only: a line has no room for its directory, which the findings give. */
    private static String place(Place place) {
        return place.file().getFileName() + ":" + place.line();
    }

    /** Word what runs now, at an elapsed time. */
    String now(Duration elapsed) {
        boolean main = attempt.equals(Entry.MAIN);
        String line = "%10s  %s".formatted(time(elapsed), main ? "" : attempt + ": ");
        Duration strike = struck;
        Duration promised = objective;
        if (strike != null && promised != null && main) {
            line += used(elapsed.minus(strike), promised);
        }
        return line + "%s, %s".formatted(doing, Durations.text(notNegative(elapsed.minus(since))));
    }

    private static String used(Duration used, Duration objective) {
        double share = Math.max(0, used.toMillis()) / (double) Math.max(1, objective.toMillis());
        int full = (int) Math.min(BAR, Math.round(share * BAR));
        return "[%s%s] %d %% of %s  "
                .formatted(
                        "#".repeat(full), "-".repeat(BAR - full), Math.round(share * 100), Durations.text(objective));
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
