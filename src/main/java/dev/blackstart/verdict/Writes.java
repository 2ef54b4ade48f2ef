package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.journal.Event;
import java.util.ArrayList;
import java.util.List;

/** Rules on what became of the workload's writes beside how many are lost: their content, holes, and new ones. */
final class Writes {
    private final AttemptHistory main;
    private final Place where;

    Writes(AttemptHistory main, Places places) {
        this.main = main;
        this.where = main.last(Event.WorkloadStopped.class)
                .map(Event.WorkloadStopped::place)
                .orElseGet(places::objectives);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        main.last(Event.WroteAgain.class)
                .filter(again -> !again.taken() && !neverBack())
                .map(Writes::refused)
                .ifPresent(findings::add);
        main.last(Event.HoleFound.class).map(this::hole).ifPresent(findings::add);
        main.last(Event.ContentCompared.class).ifPresent(content -> content(content, findings));
        return findings;
    }

    /** What does not answer at all takes no write either, and that is said already. */
    private boolean neverBack() {
        return main.last(Event.ProbesMeasured.class)
                .filter(measured -> measured.restoredAt().isEmpty())
                .isPresent();
    }

    private static Finding refused(Event.WroteAgain again) {
        return new Finding(
                VerdictCode.WRITE_REFUSED,
                again.place(),
                "the service came back, but takes no new write: " + again.detail(),
                "see whether what it writes to came back for reading only, without its rights, or full");
    }

    private Finding hole(Event.HoleFound hole) {
        return new Finding(
                VerdictCode.WRITE_HOLE,
                where,
                "%d acknowledged writes are lost though later ones came back: %s is not there, and %s is"
                        .formatted(hole.writes(), hole.lost(), hole.later()),
                "see what the backup or its restore leaves out: one that ends at a moment loses the latest only");
    }

    private void content(Event.ContentCompared content, List<Finding> findings) {
        if (content.altered() > 0) {
            findings.add(new Finding(
                    VerdictCode.WRITE_ALTERED,
                    where,
                    "%d of %d writes came back with another content: %s"
                            .formatted(content.altered(), content.compared(), content.example()),
                    "see what the restore changes in what it loads"));
        }
        if (!content.unsteady().isEmpty()) {
            findings.add(new Finding(
                    VerdictCode.CONTENT_NOT_COMPARED,
                    where,
                    "what readBack answers for a write changes by itself, so %s: %s"
                            .formatted(
                                    content.compared() == 0
                                            ? "only its id was looked for"
                                            : "that part of it was not compared",
                                    content.unsteady()),
                    "let readBack answer what is stored, and nothing that moves"));
        }
    }
}
