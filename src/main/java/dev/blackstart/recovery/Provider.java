package dev.blackstart.recovery;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Service;
import dev.blackstart.definition.Site;
import dev.blackstart.definition.Step;
import dev.blackstart.environment.Replica;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.secret.Secret;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The hosting companies: they sell blank hosts and show consoles to whoever has the account of the site, and install the
 * public keys of the people who are there.
 */
public final class Provider {
    private static final Duration LOOK_UP = Duration.ofSeconds(20);

    private final Replica replica;
    private final EnvironmentDefinition environment;
    private final Map<String, Secret> accounts;
    private final Supplier<String> authorizedKeys;
    private final Set<String> admitted = new HashSet<>();

    /**
     * @param accounts the real value of each secret that is some site's account; a site whose account is not among them
     *     asks for nothing, as while commissioning
     * @param authorizedKeys the public keys of the people who are there, one a line
     */
    public Provider(
            Replica replica,
            EnvironmentDefinition environment,
            Map<String, Secret> accounts,
            Supplier<String> authorizedKeys) {
        this.replica = replica;
        this.environment = environment;
        this.accounts = Map.copyOf(accounts);
        this.authorizedKeys = authorizedKeys;
    }

    /** Sell blank hosts, ordered side by side; the answer says why not, or is empty. */
    Optional<Refusal> provision(List<String> hosts, Responder responder) {
        for (String host : hosts) {
            Optional<Refusal> refusal = admit(host, responder);
            if (refusal.isPresent()) {
                return refusal;
            }
            if (replica.stands(host)) {
                return Optional.of(new Refusal("the provider says that " + host + " is still rented and runs", null));
            }
        }
        SideBySide.run(
                hosts.stream().map(host -> (Runnable) () -> deliver(host)).toList());
        return Optional.empty();
    }

    /** Install the people's keys on a blank host, as hosting companies do. */
    private void deliver(String name) {
        Host host = replica.order(name);
        var installed = host.run(
                Command.as("root", "sh", "-c", "umask 077; mkdir -p /root/.ssh && cat >/root/.ssh/authorized_keys")
                        .with(authorizedKeys.get()));
        if (!installed.succeeded()) {
            throw new IllegalStateException("the blank host " + name + " takes no ssh keys: " + installed.err());
        }
    }

    /** Open the account as the survivor would, and compare; the answer says why not, or is empty. */
    Optional<Refusal> admit(String host, Responder responder) {
        Site site = siteOf(host);
        Secret account = accounts.get(site.account());
        if (account == null || admitted.contains(site.account())) {
            return Optional.empty();
        }
        Typed shown = responder.type(Step.Language.BASH, "", "pass show -- '" + site.account() + "'\n", LOOK_UP);
        if (shown.outcome() != dev.blackstart.journal.Event.StepOutcome.DONE) {
            return Optional.of(new Refusal(
                    site.provider() + " asks for " + site.account() + ", which cannot be opened here: "
                            + shown.lastLine(),
                    site.account()));
        }
        if (!account.matches(shown.said().strip()) && !account.matches(shown.said())) {
            return Optional.of(
                    new Refusal(site.provider() + " does not accept this " + site.account(), site.account()));
        }
        admitted.add(site.account());
        return Optional.empty();
    }

    private Site siteOf(String host) {
        return Optional.ofNullable(environment.services().get(host))
                .flatMap(Service::site)
                .map(environment.sites()::get)
                .orElseThrow(() -> new IllegalArgumentException(host + " stands at no site"));
    }

    /** Why the provider does nothing; {@code secret}: the account that was wanting. */
    record Refusal(String reason, @Nullable String secret) {}
}
