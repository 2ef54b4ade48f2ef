package dev.blackstart.drill;

import dev.blackstart.clock.Ended;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Stage;
import dev.blackstart.observe.ProbeBoard;
import dev.blackstart.recovery.HostJournal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Restarts one recovered host after the other, and waits until the steady state holds again: what runs only because somebody
 * started it is gone with the first reboot. Nothing that this does to probes is measured or told, but for the end of it.
 */
final class Restarting implements Part {
    private final AttemptContext context;
    private final Watching watching;
    private final Measuring measuring;

    Restarting(AttemptContext context, Watching watching, Measuring measuring) {
        this.context = context;
        this.watching = watching;
        this.measuring = measuring;
    }

    @Override
    public boolean carryOut() {
        boolean asked = context.plan().main() || !context.plan().leftOut().isEmpty();
        List<String> hosts = context.drill().reboot().skipped().isPresent()
                ? List.of()
                : context.drill().effects().struck().stream().sorted().toList();
        if (asked && !hosts.isEmpty() && measuring.restored()) {
            context.waiting(Stage.REBOOT, () -> {
                // After the first that does not come back, the next ones would be blamed for it.
                return hosts.stream()
                        .filter(context.replica()::stands) // a page may bring the service back elsewhere
                        .map(this::restart)
                        .allMatch(Event.HostRestarted::held);
            });
        }
        return true;
    }

    private Event.HostRestarted restart(String host) {
        Duration began = context.ticker().elapsed();
        Duration within = context.drill().reboot().within();
        boolean up = context.replica().restart(host);
        try (ProbeBoard probes = watching.anew()) {
            probes.start();
            Ended ended = probes.awaitAllUp(within, context.ticker().elapsed());
            Event.HostRestarted restarted = new Event.HostRestarted(
                    host,
                    up && ended.held(),
                    context.ticker().elapsed().minus(began),
                    within,
                    up ? ended.detail() : "it did not come up again",
                    up && !ended.held() ? HostJournal.of(context.replica().host(host)) : Optional.empty(),
                    context.drill().place());
            context.record(restarted);
            return restarted;
        }
    }
}
