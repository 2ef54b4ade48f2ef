package dev.blackstart.answer;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByHost;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.ByUntold;
import dev.blackstart.definition.AccessFormula.Quorum;
import java.util.List;
import java.util.stream.Collectors;

/** Words a formula so short that it fits a badge: {@code 2 of 3 + vault-login}. */
final class FormulaWords {
    private FormulaWords() {}

    static String badge(AccessFormula formula) {
        if (formula instanceof ByPerson person) {
            return person.person();
        }
        if (formula instanceof BySecret secret) {
            return secret.secret();
        }
        if (formula instanceof ByHost host) {
            return "host " + host.host();
        }
        if (formula instanceof ByUntold) {
            return "not known";
        }
        return quorum((Quorum) formula);
    }

    private static String quorum(Quorum quorum) {
        List<AccessFormula> of = quorum.of();
        if (of.size() == 1) {
            return badge(of.get(0));
        }
        boolean people = of.stream().allMatch(ByPerson.class::isInstance);
        if (people) {
            return "%s%d of %d".formatted(quorum.quorum() == 1 ? "any " : "", quorum.quorum(), of.size());
        }
        if (quorum.quorum() == of.size()) {
            return joined(of, " + ");
        }
        return quorum.quorum() == 1 ? joined(of, " or ") : "%d of: %s".formatted(quorum.quorum(), joined(of, ", "));
    }

    private static String joined(List<AccessFormula> of, String between) {
        return of.stream().map(FormulaWords::part).collect(Collectors.joining(between));
    }

    /** A part that itself joins parts stands in parentheses. */
    private static String part(AccessFormula formula) {
        String badge = badge(formula);
        boolean joins = badge.contains(" + ") || badge.contains(" or ") || badge.contains(": ");
        return joins ? "(" + badge + ")" : badge;
    }
}
