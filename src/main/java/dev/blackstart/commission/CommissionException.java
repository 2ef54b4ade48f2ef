package dev.blackstart.commission;

import dev.blackstart.journal.Event;
import java.util.List;

/** Says which step of the commissioning runbook did not succeed. */
public final class CommissionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;

    CommissionException(List<Event.StepEnded> failed, String environment) {
        super(failed.stream()
                .map(step -> "commissioning %s failed under \"%s\": %s%n%s"
                        .formatted(environment, step.heading(), step.reason(), step.excerpt()))
                .findFirst()
                .orElse("commissioning " + environment + " failed"));
        this.file = failed.stream().map(Event.StepEnded::file).findFirst().orElse(EMPTY);
        this.line = failed.stream().map(Event.StepEnded::line).findFirst().orElse(1);
    }

    private static final String EMPTY = "commission.md";

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }
}
