package dev.blackstart.verdict;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What a run came to.
 *
 * @param verdict the worst that any finding allows
 * @param findings the gravest first
 * @param workload empty: the drill made no writes
 * @param cleanup empty: nobody looked
 */
public record Judgement(
        Verdict verdict,
        Actuals actuals,
        List<Phase> phases,
        Optional<Workload> workload,
        List<ControlResult> controls,
        List<SecretResult> secrets,
        List<Finding> findings,
        Optional<Cleanup> cleanup) {
    public Judgement {
        phases = List.copyOf(phases);
        controls = List.copyOf(controls);
        secrets = List.copyOf(secrets);
        findings = List.copyOf(findings);
    }
}
