package dev.blackstart.commission;

import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.finding.Place;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.UntoldCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says why no drill can start from what commissioning made, and where in the documents that is to be mended. */
public final class CommissionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final UntoldCode code;
    private final transient Place place;
    private final String hint;

    private CommissionException(UntoldCode code, String message, Place place, String hint) {
        super(message);
        this.code = code;
        this.place = place;
        this.hint = hint;
    }

    /** A step of the commissioning runbook did not succeed. */
    static CommissionException failed(Event.StepEnded step, Optional<Event.HostSaid> host, String environment) {
        return new CommissionException(
                UntoldCode.COMMISSIONING_FAILED,
                "commissioning %s failed under \"%s\": %s%n%s%s"
                        .formatted(
                                environment,
                                step.heading(),
                                step.reason(),
                                step.excerpt(),
                                host.map(CommissionException::words).orElse("")),
                step.place(),
                "mend the step of the commissioning runbook and run the drill again; --keep leaves its machines for a look");
    }

    private static String words(Event.HostSaid host) {
        return "%nthe journal of %s ends with:%n%s".formatted(host.host(), host.tail());
    }

    /** Documented secrets are in no store: whoever asks for one of them would let everybody in, or nobody. */
    static CommissionException withoutValue(List<DocumentedSecret> secrets) {
        String names = secrets.stream().map(DocumentedSecret::name).collect(Collectors.joining(", "));
        return new CommissionException(
                UntoldCode.SECRET_WITHOUT_VALUE,
                secrets.size() == 1
                        ? "commissioning gave the documented secret " + names + " no value"
                        : "commissioning gave " + secrets.size() + " documented secrets no value: " + names,
                secrets.get(0).place(),
                "say with `generate` how it is made, or let commission.md put it into its store");
    }

    public UntoldCode code() {
        return code;
    }

    public Place place() {
        return place;
    }

    public String hint() {
        return hint;
    }
}
