package dev.blackstart.drill;

import dev.blackstart.journal.Event;
import dev.blackstart.state.Difference;
import dev.blackstart.state.StateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks our own comparison with the baseline whether it sees what was damaged: no detector has more to compare with. */
final class OwnLook implements Part {
    private final AttemptContext context;
    private final Baseline baseline;

    OwnLook(AttemptContext context, Baseline baseline) {
        this.context = context;
        this.baseline = baseline;
    }

    @Override
    public boolean carryOut() {
        List<String> seen = new ArrayList<>();
        var after = baseline.states().remains(silent -> seen.add(told(silent)));
        baseline.compare(after, (held, difference) -> seen.add(told(difference)));
        context.record(new Event.Detected(
                Event.Detected.COMPARISON,
                !seen.isEmpty(),
                seen.isEmpty() ? "all is as it was" : seen.get(0),
                Optional.empty(),
                context.drill().place()));
        return true;
    }

    private static String told(Difference difference) {
        return difference.object() + " " + difference.what();
    }

    private static String told(StateException silent) {
        return silent.getMessage() + ": " + silent.detail();
    }
}
