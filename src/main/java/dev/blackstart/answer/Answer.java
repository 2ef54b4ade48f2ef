package dev.blackstart.answer;

import dev.blackstart.access.Access;
import dev.blackstart.access.AccessAnswer;
import dev.blackstart.access.OfPerson;
import dev.blackstart.access.Remaining;
import dev.blackstart.definition.Inventory;
import dev.blackstart.drift.KeyProof;
import dev.blackstart.drift.Login;
import dev.blackstart.drift.Openers;
import dev.blackstart.drift.ProofAnswer;
import dev.blackstart.drift.Stray;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that is said of one inventory.
 *
 * @param name what the reader calls it, such as the environment's name
 * @param remaining what is left without the people that the reader asked about
 * @param strays who opens what they should not, or does not open what they should
 * @param person what the one person opens whom the reader asked about
 * @param logins who may log in to the servers that were asked about
 * @param proofs who has proved that their keys are in their hands
 * @param findings what was found in artefacts, then in the answer about access, each the worst first
 */
public record Answer(
        String name,
        Inventory inventory,
        AccessAnswer access,
        Optional<Remaining> remaining,
        List<Stray> strays,
        Optional<PersonAnswer> person,
        List<Login> logins,
        List<KeyProof> proofs,
        List<Finding> findings) {
    public Answer {
        proofs = List.copyOf(proofs);
        strays = List.copyOf(strays);
        logins = List.copyOf(logins);
        findings = List.copyOf(findings);
    }

    /**
     * Answer about an inventory.
     *
     * @param without people without whom the reader wants to know what is left; empty: none
     * @param wanted the bus factor that everything must have at least; 0 where none was asked for
     */
    public static Answer of(String name, Inventory inventory, Access access, Set<String> without, int wanted) {
        AccessAnswer numbers = access.answer();
        return of(name, inventory, numbers, remaining(access, without), AccessFindings.of(numbers, wanted));
    }

    /**
     * Answer about an inventory whose secrets are files.
     *
     * @param found what was found in them
     */
    public static Answer ofFiles(
            String name, Inventory inventory, Access access, Set<String> without, int wanted, List<Finding> found) {
        AccessAnswer numbers = access.answer();
        List<Finding> findings = Stream.concat(found.stream(), AccessFindings.ofFiles(numbers, wanted).stream())
                .toList();
        return of(name, inventory, numbers, remaining(access, without), findings);
    }

    private static Answer of(
            String name,
            Inventory inventory,
            AccessAnswer numbers,
            Optional<Remaining> remaining,
            List<Finding> findings) {
        return new Answer(
                name, inventory, numbers, remaining, List.of(), Optional.empty(), List.of(), List.of(), findings);
    }

    private static Optional<Remaining> remaining(Access access, Set<String> without) {
        return without.isEmpty() ? Optional.empty() : Optional.of(access.without(without));
    }

    /** The same, with who opens what they should not, and who may log in to servers. */
    public Answer with(List<Stray> strays, List<Login> logins) {
        return new Answer(name, inventory, access, remaining, strays, person, logins, proofs, findings);
    }

    /** The same, with who has proved what; what was found of it and of something else too is told once. */
    public Answer with(ProofAnswer proved) {
        return new Answer(
                name,
                inventory,
                access,
                remaining,
                strays,
                person,
                logins,
                proved.proofs().stream()
                        .filter(proof ->
                                person.isEmpty() || person.get().person().equals(proof.person()))
                        .toList(),
                Stream.concat(proved.findings().stream(), findings.stream())
                        .distinct()
                        .toList());
    }

    /**
     * The same, and what one person opens.
     *
     * @param openers of the files, where files were asked
     */
    public Answer about(OfPerson found, List<Openers> openers) {
        return new Answer(
                name,
                inventory,
                access,
                remaining,
                strays,
                Optional.of(PersonAnswer.of(found, inventory, openers)),
                logins.stream()
                        .filter(login ->
                                login.person().filter(found.person()::equals).isPresent())
                        .toList(),
                proofs,
                findings);
    }

    /** What an answer amounts to, for whoever asked something that can be answered by no. */
    public enum Outcome {
        GOOD,
        BAD,
        /** Not everything could be told: never good. */
        UNTOLD
    }

    public Outcome outcome() {
        if (findings.stream().anyMatch(found -> found.severity() == Severity.ERROR)) {
            return Outcome.BAD;
        }
        return told() ? Outcome.GOOD : Outcome.UNTOLD;
    }

    /** Say whether everything that was asked about could be read and told, and each number is known exactly. */
    public boolean complete() {
        return told() && access.exact();
    }

    /** Say whether everything that was asked about could be read and told; findings say what could not. */
    boolean told() {
        return Finding.allTold(findings);
    }
}
