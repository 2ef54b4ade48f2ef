package dev.blackstart.drill;

import dev.blackstart.control.Control;
import dev.blackstart.control.InPlace;
import dev.blackstart.history.FirstOpenings;
import dev.blackstart.journal.Event;
import java.util.Optional;

/**
 * A control that is to be seen at one step of a page, in a replica that goes on afterwards.
 *
 * @param later whether often a later step misses it first
 * @param step the first that opened its secret in the drill itself; empty: whichever fails first
 */
record Trial(Control control, boolean later, Optional<Integer> step) {
    /** Empty where no step can show it. */
    static Optional<Trial> of(Control control, Event.RunStarted plan, FirstOpenings openings) {
        InPlace inPlace = control.inPlace(plan);
        if (inPlace == InPlace.NEVER) {
            return Optional.empty();
        }
        if (control.secret().isEmpty()) {
            return Optional.of(new Trial(control, false, Optional.empty()));
        }
        return control.secret()
                .flatMap(openings::of)
                .map(FirstOpenings.Opening::number)
                .filter(number -> number > 0)
                .map(number -> new Trial(control, inPlace == InPlace.OFTEN_LATER, Optional.of(number)));
    }
}
