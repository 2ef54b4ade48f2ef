package dev.blackstart.verdict;

import dev.blackstart.control.Absent;
import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What a run came to.
 *
 * @param verdict the worst that any finding allows
 * @param choices which generations of backups were brought back; none: nobody could tell
 * @param findings the gravest first
 * @param absent the kinds of controls that the drill does not have; none where it did not come to controls
 * @param workload empty: the drill made no writes
 * @param cleanup empty: nobody looked
 */
public record Judgement(
        Verdict verdict,
        Actuals actuals,
        List<Phase> phases,
        Optional<Workload> workload,
        List<ControlResult> controls,
        List<Absent> absent,
        List<SecretResult> secrets,
        List<ChosenGeneration> choices,
        List<Finding> findings,
        Optional<Cleanup> cleanup) {
    public Judgement {
        phases = List.copyOf(phases);
        controls = List.copyOf(controls);
        absent = List.copyOf(absent);
        secrets = List.copyOf(secrets);
        choices = List.copyOf(choices);
        findings = List.copyOf(findings);
    }
}
