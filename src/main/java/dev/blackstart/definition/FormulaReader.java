package dev.blackstart.definition;

import dev.blackstart.definition.AccessFormula.ByHost;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.Names.Kind;
import java.util.List;
import java.util.Optional;

/** Decodes who opens a secret. */
final class FormulaReader {
    private final Names names;
    private final Problems problems;

    FormulaReader(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    Optional<AccessFormula> read(Yaml formula) {
        if (!formula.isMapping()) {
            return names.resolve(Kind.PERSON, formula).map(person -> new ByPerson(person, formula.place()));
        }
        if (formula.get("secret").isPresent()) {
            return formula.get("secret")
                    .flatMap(mention -> names.resolve(Kind.SECRET, mention))
                    .map(secret -> new BySecret(secret, formula.place()));
        }
        if (formula.get("host").isPresent()) {
            return formula.get("host").flatMap(names::resolveHost).map(host -> new ByHost(host, formula.place()));
        }
        if (formula.get("anyOf").isPresent()) {
            return of(formula, "anyOf").map(parts -> new Quorum(1, parts, formula.place()));
        }
        if (formula.get("allOf").isPresent()) {
            return of(formula, "allOf").map(parts -> new Quorum(parts.size(), parts, formula.place()));
        }
        return quorum(formula).map(quorum -> quorum);
    }

    /** Decodes {@code quorum: N} with {@code of: […]}. */
    Optional<Quorum> quorum(Yaml formula) {
        Optional<Integer> needed = formula.number("quorum");
        Optional<List<AccessFormula>> parts = of(formula, "of");
        if (needed.isEmpty() || parts.isEmpty()) {
            return Optional.empty();
        }
        int declared = formula.items("of").size();
        if (needed.get() > declared) {
            problems.error(
                    formula.get("quorum").map(Yaml::place).orElse(formula.place()),
                    "a quorum of %d can never be reached by %d".formatted(needed.get(), declared),
                    "Ask for at most as many as `of` lists.");
            return Optional.empty();
        }
        return Optional.of(new Quorum(needed.get(), parts.get(), formula.place()));
    }

    private Optional<List<AccessFormula>> of(Yaml formula, String key) {
        List<Yaml> items = formula.items(key);
        List<AccessFormula> parts =
                items.stream().flatMap(item -> read(item).stream()).toList();
        return parts.isEmpty() || parts.size() < items.size() ? Optional.empty() : Optional.of(parts);
    }
}
