package dev.blackstart.drill;

import dev.blackstart.definition.DrillDefinition.SteadyState;
import dev.blackstart.journal.Event;
import dev.blackstart.observe.HttpCall;
import dev.blackstart.observe.LagMeter;
import dev.blackstart.observe.Probe;
import dev.blackstart.observe.ProbeBoard;
import dev.blackstart.observe.ProbePace;
import dev.blackstart.observe.Transition;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks the steady-state probes from the first moment of an attempt to its last. */
final class Watching implements Part {
    private final AttemptContext context;
    private final HttpCall http = new HttpCall();
    private final Doors doors;
    private final LagMeter lag;
    private @Nullable ProbeBoard probes;

    Watching(AttemptContext context) {
        this.context = context;
        this.lag = new LagMeter(context.ticker());
        this.doors = new Doors(context.replica(), http);
    }

    @Override
    public boolean carryOut() {
        ProbeBoard board = board(
                turn -> context.recordAt(turn.at(), new Event.ProbeTurned(turn.probe(), turn.up(), turn.detail())));
        probes = board;
        board.start();
        lag.start();
        return true;
    }

    private ProbeBoard board(Consumer<Transition> heard) {
        return new ProbeBoard(
                context.ticker(),
                context.drill().steadyState().stream()
                        .map(state -> doors.probe(state.name(), state.request()))
                        .toList(),
                this::pace,
                heard);
    }

    /** The same probes once more, of which nobody is told. */
    ProbeBoard anew() {
        return board(turn -> {});
    }

    private ProbePace pace(Probe probe) {
        return context.drill().steadyState().stream()
                .filter(state -> state.name().equals(probe.name()))
                .findFirst()
                .flatMap(SteadyState::every)
                .map(ProbePace::every)
                .orElseGet(context.plan()::pace);
    }

    ProbeBoard probes() {
        return Objects.requireNonNull(probes);
    }

    Doors doors() {
        return doors;
    }

    HttpCall http() {
        return http;
    }

    LagMeter lag() {
        return lag;
    }

    @Override
    public void end() {
        lag.close();
        if (probes != null) {
            probes.close();
        }
        http.close();
    }
}
