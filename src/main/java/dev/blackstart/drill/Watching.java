package dev.blackstart.drill;

import dev.blackstart.journal.Event;
import dev.blackstart.observe.HttpCall;
import dev.blackstart.observe.ProbeBoard;
import dev.blackstart.observe.ProbePace;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks the steady-state probes from the first moment of an attempt to its last. */
final class Watching implements Part {
    private final AttemptContext context;
    private final HttpCall http = new HttpCall();
    private final Doors doors;
    private @Nullable ProbeBoard probes;

    Watching(AttemptContext context) {
        this.context = context;
        this.doors = new Doors(context.replica(), http);
    }

    @Override
    public boolean carryOut() {
        ProbeBoard board = new ProbeBoard(
                context.ticker(),
                context.drill().steadyState().stream()
                        .map(state -> doors.probe(state.name(), state.request()))
                        .toList(),
                ProbePace.DEFAULT,
                turn -> context.recordAt(turn.at(), new Event.ProbeTurned(turn.probe(), turn.up(), turn.detail())));
        probes = board;
        board.start();
        return true;
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

    @Override
    public void end() {
        if (probes != null) {
            probes.close();
        }
        http.close();
    }
}
