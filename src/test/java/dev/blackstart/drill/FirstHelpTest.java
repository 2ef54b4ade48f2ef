package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.Step;
import dev.blackstart.finding.Place;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Kiosk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstHelpTest {
    private static final Place PLACE = Place.start(Path.of("page.md"));

    @TempDir
    private Path directory;

    @Test
    void a_server_that_was_ordered_is_help_once_it_is_there() throws IOException {
        FirstHelp help = help(new Step.Verbs("order", PLACE, List.of(new Step.Verb.Provision(List.of("db")))));

        assertThat(help.isIt(started())).isFalse();
        assertThat(help.isIt(ended(Event.StepOutcome.DONE))).isTrue();
        assertThat(help.isIt(ended(Event.StepOutcome.FAILED))).isFalse();
    }

    @Test
    void what_is_typed_on_a_host_is_help_from_its_beginning() throws IOException {
        assertThat(help(shell(new Step.Target.Ssh("offsite"), "true")).isIt(started()))
                .isTrue();
        assertThat(help(shell(new Step.Target.Console("db"), "true")).isIt(started()))
                .isTrue();
    }

    @Test
    void what_is_typed_on_the_responder_is_help_where_it_names_a_host() throws IOException {
        assertThat(help(shell(new Step.Target.Responder(), "pass show x > ~/db-password"))
                        .isIt(started()))
                .isFalse();
        assertThat(help(shell(new Step.Target.Responder(), "pass show x | ssh root@offsite switch-over"))
                        .isIt(started()))
                .isTrue();
        assertThat(help(shell(new Step.Target.Responder(), "true")).isIt(ended(Event.StepOutcome.DONE)))
                .isFalse();
    }

    private FirstHelp help(Step step) throws IOException {
        return new FirstHelp(
                List.of(step),
                List.copyOf(Kiosk.in(directory)
                        .drill(Path.of(Kiosk.LOST))
                        .environment()
                        .services()
                        .values()));
    }

    private static Step shell(Step.Target target, String script) {
        return new Step.Shell("a step", PLACE, Step.Language.SH, target, Duration.ofMinutes(1), script);
    }

    private static Event started() {
        return new Event.StepStarted(1, "a step", PLACE, "", "");
    }

    private static Event ended(Event.StepOutcome outcome) {
        return new Event.StepEnded(1, "a step", PLACE, outcome, 0, "", "", List.of(), Optional.empty());
    }
}
