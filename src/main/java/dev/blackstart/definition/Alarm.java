package dev.blackstart.definition;

import dev.blackstart.definition.DrillDefinition.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a detector looks at, as its owner does in production: it says itself how it is asked, and when it must be silent. */
public sealed interface Alarm permits SpokenAlarm, PageAlarm, InvariantAlarm {
    /** What it asks over the network, so that there is a way to it; empty: nothing. */
    Optional<Request> request();

    /**
     * Ask once.
     *
     * @param within how long an answer may take
     */
    Heard hear(String name, Check.Means means, Duration within);

    /** Where it must be silent before there is any damage; each says why it was not, or nothing. */
    List<Supplier<Optional<String>>> silences(String name, Check.Means means, Duration within);

    /**
     * What was heard.
     *
     * @param raised whether somebody would be told now
     * @param detail by what, or what was said instead
     */
    record Heard(boolean raised, String detail) {
        Optional<String> why() {
            return raised ? Optional.of(detail) : Optional.empty();
        }
    }
}
