package dev.blackstart.recovery;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Service;
import dev.blackstart.definition.Site;
import dev.blackstart.definition.Step;
import dev.blackstart.environment.Replica;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The hosting companies: they sell blank hosts and show consoles to whoever gets through their door, and install the
 * public keys of the people who are there. What they refuse, they say by a {@link RecoveryException}; during a recovery
 * nobody does more than they do.
 */
public final class Provider implements Step.Verb.Doer {
    private final Replica replica;
    private final EnvironmentDefinition environment;
    private final Door door;
    private final Supplier<String> authorizedKeys;

    /** @param authorizedKeys the public keys of the people who are there, one a line */
    public Provider(Replica replica, EnvironmentDefinition environment, Door door, Supplier<String> authorizedKeys) {
        this.replica = replica;
        this.environment = environment;
        this.door = door;
        this.authorizedKeys = authorizedKeys;
    }

    @Override
    public void provision(List<String> hosts) {
        for (String host : hosts) {
            door.admit(siteOf(host));
            if (replica.stands(host)) {
                throw new RecoveryException("the provider says that " + host + " is still rented and runs");
            }
        }
        SideBySide.run(
                hosts.stream().map(host -> (Runnable) () -> deliver(host)).toList());
    }

    @Override
    public void makePeople() {
        throw new RecoveryException("only commissioning makes people");
    }

    @Override
    public void makeSecrets(List<String> stores) {
        throw new RecoveryException("only commissioning makes secrets");
    }

    /** Let whoever has the account see a host's console. */
    void showConsole(String host) {
        door.admit(siteOf(host));
        if (!replica.stands(host)) {
            throw new RecoveryException("there is no host " + host + " whose console could be shown");
        }
    }

    /** Install the people's keys on a blank host, as hosting companies do. */
    private void deliver(String name) {
        Host host = replica.order(name);
        Outcome installed = host.run(
                Command.as("root", "sh", "-c", "umask 077; mkdir -p /root/.ssh && cat >/root/.ssh/authorized_keys")
                        .with(authorizedKeys.get()));
        if (!installed.succeeded()) {
            throw new IllegalStateException("the blank host " + name + " takes no ssh keys: " + installed.err());
        }
    }

    private Site siteOf(String host) {
        return Optional.ofNullable(environment.services().get(host))
                .flatMap(Service::site)
                .map(environment.sites()::get)
                .orElseThrow(() -> new IllegalArgumentException(host + " stands at no site"));
    }
}
