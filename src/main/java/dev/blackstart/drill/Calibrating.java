package dev.blackstart.drill;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Stage;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Asks observers, before the strike, where one answer only can be right, all of them at once; goes on only if each gives it.
 * Of controls none is asked: they are observed by the same ones.
 */
final class Calibrating implements Part {
    private final AttemptContext context;
    private final Supplier<List<Question>> questions;

    Calibrating(AttemptContext context, Supplier<List<Question>> questions) {
        this.context = context;
        this.questions = questions;
    }

    /** One question to an observer of which the answer is known. */
    interface Question {
        Event.Calibrated ask();
    }

    @Override
    public boolean carryOut() {
        List<Question> all = context.plan().main() ? questions.get() : List.of();
        return all.isEmpty() || context.waiting(Stage.CALIBRATION, () -> asked(all));
    }

    private boolean asked(List<Question> all) {
        AtomicBoolean right = new AtomicBoolean(true);
        SideBySide.each(all, question -> {
            Event.Calibrated said = question.ask();
            context.record(said);
            right.compareAndSet(true, said.right());
        });
        return right.get();
    }
}
