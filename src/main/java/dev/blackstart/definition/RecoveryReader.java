package dev.blackstart.definition;

import dev.blackstart.definition.DrillDefinition.Recovery;
import dev.blackstart.definition.DrillDefinition.Survivors;
import dev.blackstart.definition.Names.Kind;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Decodes by which page, and by whom, a drill is recovered. */
final class RecoveryReader {
    private final EnvironmentDefinition environment;
    private final Names names;
    private final Problems problems;

    RecoveryReader(EnvironmentDefinition environment, Names names, Problems problems) {
        this.environment = environment;
        this.names = names;
        this.problems = problems;
    }

    Optional<Recovery> read(Yaml recovery) {
        Optional<Runbook> runbook = recovery.get("runbook").flatMap(this::runbook);
        Optional<Survivors> survivors = recovery.get("survivors").isEmpty()
                ? Optional.of(new Survivors.All())
                : recovery.get("survivors").flatMap(this::survivors);
        return runbook.flatMap(page -> survivors.map(who -> new Recovery(page, who, recovery.named())));
    }

    private Optional<Runbook> runbook(Yaml mention) {
        Optional<String> name = mention.text();
        Optional<Runbook> runbook = name.map(environment.runbooks()::get);
        if (name.isPresent() && runbook.isEmpty()) {
            problems.error(
                    mention.place(),
                    "unknown runbook \"%s\"%s"
                            .formatted(
                                    name.get(),
                                    Similar.suggestion(
                                            name.get(), environment.runbooks().keySet())),
                    "Runbooks of %s: %s."
                            .formatted(
                                    environment.name(),
                                    String.join(", ", environment.runbooks().keySet())));
        }
        if (runbook.isPresent() && name.get().equals(EnvironmentDefinition.COMMISSION)) {
            problems.error(
                    mention.place(),
                    "commission.md is no way to recover",
                    "It makes everything anew, the secrets too; write a runbook that restores.");
        } else if (runbook.isPresent() && runbook.get().steps().isEmpty()) {
            problems.error(
                    mention.place(),
                    "the runbook \"" + name.get() + "\" has no step",
                    "A recovery that does nothing proves nothing: write its commands into fenced blocks.");
        }
        return runbook;
    }

    private Optional<Survivors> survivors(Yaml survivors) {
        if (survivors.isMapping()) {
            return survivors.get("coalitions").isPresent() ? analysed(survivors) : lose(survivors);
        }
        if (!survivors.isSequence()) {
            return survivors.text().filter("all"::equals).map(all -> new Survivors.All());
        }
        Set<String> people = new LinkedHashSet<>();
        survivors.items().forEach(mention -> names.resolve(Kind.PERSON, mention).ifPresent(people::add));
        return people.isEmpty() ? Optional.empty() : Optional.of(new Survivors.Named(people));
    }

    private Optional<Survivors> analysed(Yaml survivors) {
        ignored(survivors, "role", "coalitions");
        int atMost = survivors.number("atMost").orElse(Survivors.Analysed.USUALLY);
        return Optional.of(new Survivors.Analysed(atMost, survivors.named()));
    }

    private void ignored(Yaml survivors, String key, String beside) {
        survivors.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .forEach(entry -> problems.error(
                        entry.place(),
                        "\"%s\" says nothing about %s".formatted(key, beside),
                        "It would be ignored; take it out."));
    }

    private Optional<Survivors> lose(Yaml survivors) {
        ignored(survivors, "atMost", "lose");
        Optional<Yaml> role = survivors.get("role");
        if (role.isPresent()
                && role.flatMap(mention -> names.resolve(Kind.ROLE, mention)).isEmpty()) {
            return Optional.empty();
        }
        return survivors.number("lose").map(count -> new Survivors.Lose(count, role.flatMap(Yaml::text)));
    }
}
