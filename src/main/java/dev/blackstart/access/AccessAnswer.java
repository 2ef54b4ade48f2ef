package dev.blackstart.access;

import dev.blackstart.definition.Ordered;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Every number of one inventory.
 *
 * @param inventory the file
 * @param people everybody, in the order of the file
 * @param system all secrets together: its bus factor is the least of all, its cut sets lock out at least one secret
 * @param runbooks how few people must be lost until one of the runbooks cannot be followed; empty without runbooks
 * @param secretAccess in the order of the file
 * @param singlePoints those that lock out most first
 */
public record AccessAnswer(
        Path inventory,
        Set<String> people,
        Numbers system,
        Optional<BusFactor> runbooks,
        List<SecretAccess> secretAccess,
        List<RunbookAccess> runbookAccess,
        List<SinglePoint> singlePoints) {
    public AccessAnswer {
        people = Ordered.copy(people);
        secretAccess = List.copyOf(secretAccess);
        runbookAccess = List.copyOf(runbookAccess);
        singlePoints = List.copyOf(singlePoints);
    }

    /** The same with something else said of each secret. */
    AccessAnswer of(UnaryOperator<SecretAccess> secret) {
        return new AccessAnswer(
                inventory,
                people,
                system,
                runbooks,
                secretAccess.stream().map(secret).toList(),
                runbookAccess,
                singlePoints);
    }

    /** Says whether each number of it is known, and none only to lie between two others. */
    public boolean exact() {
        return Stream.of(
                                Stream.of(system),
                                secretAccess.stream().map(SecretAccess::numbers),
                                runbookAccess.stream().map(RunbookAccess::numbers))
                        .flatMap(numbers -> numbers)
                        .allMatch(Numbers::exact)
                && runbooks.map(factor -> factor.size().exact()).orElse(true);
    }

    /** Lists what is not shown to outlast the loss of any {@code wanted - 1} people, weakest first. */
    public List<Shortfall> below(int wanted) {
        return Stream.concat(
                        secretAccess.stream()
                                .map(one -> new Shortfall(
                                        Shortfall.Kind.SECRET,
                                        one.name(),
                                        one.numbers().busFactor())),
                        runbookAccess.stream()
                                .map(one -> new Shortfall(
                                        Shortfall.Kind.RUNBOOK,
                                        one.name(),
                                        one.numbers().busFactor())))
                .filter(one -> !one.busFactor().atLeast(wanted))
                .sorted(Shortfall.WEAKEST_FIRST)
                .toList();
    }
}
