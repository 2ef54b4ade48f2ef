package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words what changed in a list of rules of which the first that fits counts, one a line. */
final class ChangedRules {
    private static final int SHOWN = 5;

    private ChangedRules() {}

    static Optional<String> between(Content before, Content after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        List<String> was = before.content().lines().toList();
        List<String> is = after.content().lines().toList();
        List<String> changed = new ArrayList<>();
        changed.addAll(some("no longer hold ", without(was, is)));
        changed.addAll(some("hold anew ", without(is, was)));
        if (changed.isEmpty()) {
            changed.add("stand in another order, and the first that fits counts");
        }
        return Optional.of(String.join("; ", changed) + " " + Fingerprint.NO_LOSS);
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(rule -> !others.contains(rule)).toList();
    }

    private static List<String> some(String what, List<String> rules) {
        if (rules.isEmpty()) {
            return List.of();
        }
        String shown = rules.stream().limit(SHOWN).map(ShownValue::of).collect(Collectors.joining(", "));
        return List.of(what + shown + (rules.size() > SHOWN ? " and " + (rules.size() - SHOWN) + " more" : ""));
    }
}
