package dev.blackstart.drill;

import dev.blackstart.control.Control;
import dev.blackstart.control.InPlace;
import dev.blackstart.history.FirstOpenings;
import java.util.Optional;

/**
 * A control that is to be seen at one step of a page, in a replica that goes on afterwards.
 *
 * @param step the first that opened its secret in the drill itself; empty: whichever fails first
 */
record Trial(Control control, Optional<Integer> step) {
    /** Empty where no step can show it. */
    static Optional<Trial> of(Control control, FirstOpenings openings) {
        if (control.inPlace() == InPlace.NEVER) {
            return Optional.empty();
        }
        if (control.secret().isEmpty()) {
            return Optional.of(new Trial(control, Optional.empty()));
        }
        return control.secret()
                .flatMap(openings::of)
                .map(FirstOpenings.Opening::number)
                .filter(number -> number > 0)
                .map(number -> new Trial(control, Optional.of(number)));
    }
}
