package dev.blackstart.answer;

import dev.blackstart.access.AccessAnswer;
import dev.blackstart.access.BusFactor;
import dev.blackstart.access.SinglePoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Some people whose loss locks things out.
 *
 * @param who in words
 * @param least how few of them may be enough
 * @param most how many of them are known to be enough
 */
record Loss(String who, int least, int most, Set<String> secrets, Set<String> runbooks) {
    private static final Comparator<Loss> WORST_FIRST = Comparator.comparingInt(Loss::least)
            .thenComparing(Comparator.comparingInt((Loss loss) ->
                            loss.secrets().size() + loss.runbooks().size())
                    .reversed());

    /** Gathers what the same people lock out; those who alone lock out the same things are told of together. */
    static List<Loss> all(AccessAnswer access) {
        return Stream.concat(alone(access), together(access))
                .sorted(WORST_FIRST)
                .toList();
    }

    private static Stream<Loss> alone(AccessAnswer access) {
        Map<List<Set<String>>, List<String>> people = new LinkedHashMap<>();
        access.singlePoints().stream()
                .filter(point -> point.kind() == SinglePoint.Kind.PERSON)
                .forEach(point -> people.computeIfAbsent(
                                List.of(point.secrets(), point.runbooks()), lost -> new ArrayList<>())
                        .add(point.name()));
        return people.entrySet().stream()
                .map(entry -> new Loss(
                        AnswerWords.pick(1, entry.getValue()),
                        1,
                        1,
                        entry.getKey().get(0),
                        entry.getKey().get(1)));
    }

    private static Stream<Loss> together(AccessAnswer access) {
        Map<BusFactor, Loss> losses = new LinkedHashMap<>();
        access.secretAccess().stream()
                .filter(secret -> secret.numbers().busFactor().size().most().isPresent())
                .forEach(secret -> add(losses, secret.numbers().busFactor(), Set.of(secret.name()), Set.of()));
        access.runbookAccess().stream()
                .filter(page -> page.numbers().busFactor().size().most().isPresent())
                .forEach(page -> add(losses, page.numbers().busFactor(), Set.of(), Set.of(page.name())));
        return losses.values().stream().filter(loss -> loss.most() > 1);
    }

    private static void add(Map<BusFactor, Loss> losses, BusFactor factor, Set<String> secrets, Set<String> runbooks) {
        Loss loss = new Loss(
                AnswerWords.choice(factor.cut()),
                factor.size().least(),
                factor.size().most().orElseThrow(),
                secrets,
                runbooks);
        losses.merge(factor, loss, Loss::and);
    }

    private Loss and(Loss other) {
        return new Loss(who, least, most, union(secrets, other.secrets), union(runbooks, other.runbooks));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new LinkedHashSet<>(one);
        union.addAll(other);
        return union;
    }

    /** Word it: {@code Lose any one of alice and bob, and backup-passphrase cannot be opened.} */
    String sentence(AccessAnswer access) {
        List<String> locked = new ArrayList<>();
        add(locked, secrets, access.secretAccess().size(), "secrets", "opened");
        add(locked, runbooks, access.runbookAccess().size(), "runbooks", "followed");
        return "Lose %s, and %s%s."
                .formatted(who, String.join("; ", locked), least < most ? "; fewer may be enough, from " + least : "");
    }

    private static void add(List<String> locked, Set<String> lost, int all, String things, String done) {
        if (lost.size() == all && all > 1) {
            locked.add("none of the %d %s can be %s".formatted(all, things, done));
        } else if (!lost.isEmpty()) {
            locked.add("%s cannot be %s".formatted(AnswerWords.list(lost), done));
        }
    }
}
