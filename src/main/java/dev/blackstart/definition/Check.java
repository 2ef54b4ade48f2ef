package dev.blackstart.definition;

import dev.blackstart.definition.DrillDefinition.Request;
import dev.blackstart.finding.Place;
import dev.blackstart.machine.Host;
import java.util.Optional;

/** A check of the user's own, after recovery: it says itself how it is carried out. */
public sealed interface Check permits SqlCheck, HttpCheck, RunCheck {
    String name();

    Place place();

    /** What it asks over the network, so that there is a way to it; empty: nothing. */
    Optional<Request> request();

    /** Whether it compares with what was said before the disaster, and so has to be asked then, too. */
    default boolean remembers() {
        return false;
    }

    /** Carry it out; that it cannot be carried out is a result as well. */
    Result carryOut(Means means);

    /** Why it says yes whatever is there, as far as can be seen from outside, before a disaster; empty: it does not. */
    Optional<String> indifferent(Means means);

    /** What a check gets at. */
    interface Means {
        /** The machine that stands under this name now. */
        Optional<Host> host(String name);

        /** Whether the disaster has struck. */
        boolean struck();

        /** Keep what a check said before the disaster. */
        void remember(String check, String said);

        /** What a check said before the disaster; empty where it was not asked, or did not say the same each time. */
        Optional<String> before(String check);

        /** Ask over the network, with a deadline. */
        Result ask(String name, Request request);
    }

    /** What came of a check; {@code detail} shows what was seen. */
    record Result(Said said, String detail) {
        /** What a result says. */
        public enum Said {
            /** It is as stated. */
            YES,
            NO,
            /** It could not be carried out. */
            NOTHING
        }
    }
}
