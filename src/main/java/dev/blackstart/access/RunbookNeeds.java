package dev.blackstart.access;

import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Ordered;
import dev.blackstart.definition.Runbook;
import dev.blackstart.definition.SecretMentions;
import dev.blackstart.definition.Service;
import dev.blackstart.definition.Site;
import dev.blackstart.definition.Step;
import dev.blackstart.definition.Step.Target;
import dev.blackstart.definition.Step.Verb;
import dev.blackstart.finding.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the steps of a runbook need: the secrets that its blocks open, and the account of each provider that is asked for
 * hosts or consoles.
 */
record RunbookNeeds(Runbook runbook, Set<String> secrets, List<Place> unclear) {
    RunbookNeeds {
        secrets = Ordered.copy(secrets);
        unclear = List.copyOf(unclear);
    }

    static RunbookNeeds of(Runbook runbook, EnvironmentDefinition environment) {
        SecretMentions mentions = SecretMentions.in(runbook, environment.inventory());
        Set<String> secrets = new LinkedHashSet<>();
        runbook.steps().stream()
                .flatMap(step -> hosts(step).stream())
                .forEach(host -> account(host, environment).ifPresent(secrets::add));
        secrets.addAll(mentions.secrets());
        return new RunbookNeeds(runbook, secrets, mentions.unclear());
    }

    /** Finds the first step of the runbook whose text needs one of these secrets. */
    Optional<Place> first(Set<String> wanted, EnvironmentDefinition environment) {
        return runbook.steps().stream()
                .filter(step -> !Collections.disjoint(
                        wanted, of(only(step), environment).secrets()))
                .map(Step::place)
                .findFirst();
    }

    private Runbook only(Step step) {
        return new Runbook(runbook.name(), runbook.file(), List.of(step));
    }

    /** Lists the runbooks of an environment but the one that makes it: what that one needs, it makes. */
    static List<RunbookNeeds> all(EnvironmentDefinition environment) {
        return environment.runbooks().values().stream()
                .filter(runbook -> !runbook.name().equals(EnvironmentDefinition.COMMISSION))
                .map(runbook -> of(runbook, environment))
                .toList();
    }

    private static List<String> hosts(Step step) {
        List<String> hosts = new ArrayList<>();
        if (step instanceof Step.Shell shell && shell.target() instanceof Target.Console console) {
            hosts.add(console.name());
        } else if (step instanceof Step.Verbs verbs) {
            for (Verb verb : verbs.verbs()) {
                if (verb instanceof Verb.Provision provision) {
                    hosts.addAll(provision.hosts());
                }
            }
        }
        return hosts;
    }

    private static Optional<String> account(String host, EnvironmentDefinition environment) {
        return Optional.ofNullable(environment.services().get(host))
                .flatMap(Service::site)
                .map(environment.sites()::get)
                .map(Site::account);
    }
}
