package dev.blackstart.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Runbook;
import dev.blackstart.definition.Step;
import dev.blackstart.definition.Step.Verb;
import dev.blackstart.environment.Replica;
import dev.blackstart.finding.Place;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Outcome.Ending;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RunbookRunTest {
    private static final EnvironmentDefinition SHOP = DefinitionReader.read(
                    List.of(Path.of("src/test/resources/definitions/good")))
            .environments()
            .get(0);
    private static final Place PLACE = new Place(Path.of("page.md"), 7, 1);

    private final List<Event> events = new ArrayList<>();
    private Door door = Door.open();
    private Outcome installed = new Outcome(Ending.ENDED, 0, "", "");
    private boolean stands;

    @Test
    void a_page_of_verbs_that_are_done_is_followed_to_its_end() {
        assertThat(follow(new Verb.Provision(List.of("db")))).isTrue();
        assertThat(ended().outcome()).isEqualTo(StepOutcome.DONE);
    }

    @Test
    void a_refusal_fails_the_step_and_names_the_account() {
        door = site -> {
            throw RecoveryException.wanting(site.account(), "hoster-a does not accept this " + site.account());
        };

        assertThat(follow(new Verb.Provision(List.of("db")))).isFalse();
        assertThat(ended().outcome()).isEqualTo(StepOutcome.FAILED);
        assertThat(ended().refused()).contains("hosting-login");
    }

    @Test
    void a_host_that_still_runs_is_not_sold_again() {
        stands = true;

        assertThat(follow(new Verb.Provision(List.of("db")))).isFalse();
        assertThat(ended().reason()).isEqualTo("the provider says that db is still rented and runs");
    }

    @Test
    void nobody_makes_secrets_during_a_recovery() {
        assertThat(follow(new Verb.MakeSecrets(List.of()))).isFalse();
        assertThat(ended().reason()).isEqualTo("only commissioning makes secrets");
        assertThat(follow(new Verb.MakePeople())).isFalse();
    }

    @Test
    void a_host_that_takes_no_keys_is_no_failure_of_the_recovery() {
        installed = new Outcome(Ending.CUT, 0, "", "");

        assertThatThrownBy(() -> follow(new Verb.Provision(List.of("db"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("takes no ssh keys");
        assertThat(events).noneMatch(Event.StepEnded.class::isInstance);
    }

    private boolean follow(Verb verb) {
        Replica replica = (Replica) Proxy.newProxyInstance(
                Replica.class.getClassLoader(),
                new Class<?>[] {Replica.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "stands" -> stands;
                    case "order" -> host(command -> installed, new ArrayList<>());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        List<Consumer<String>> watches = new ArrayList<>();
        Responder responder = new Responder(
                host(
                        command -> {
                            watches.forEach(watch ->
                                    watch.accept("CREATE " + command.arguments().get(1)));
                            return new Outcome(Ending.ENDED, 0, "", "");
                        },
                        watches),
                SHOP,
                none -> Optional.empty());
        Provider provider = new Provider(replica, SHOP, door, () -> "ssh-ed25519 AAAA alice");
        Step step = new Step.Verbs("Order a server", PLACE, List.of(verb));
        return new RunbookRun(replica, responder, provider, provider, events::add)
                .follow(new Runbook("page.md", Path.of("page.md"), List.of(step)), Manner.ONCE);
    }

    private Event.StepEnded ended() {
        return (Event.StepEnded) events.get(events.size() - 1);
    }

    private static Host host(java.util.function.Function<Command, Outcome> runs, List<Consumer<String>> watches) {
        return (Host) Proxy.newProxyInstance(
                Host.class.getClassLoader(), new Class<?>[] {Host.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("watch")) {
                        @SuppressWarnings("unchecked")
                        Consumer<String> lines = (Consumer<String>) arguments[1];
                        lines.accept("Watches established.");
                        watches.add(lines);
                        return new Host.Watch() {
                            @Override
                            public boolean alive() {
                                return true;
                            }

                            @Override
                            public void close() {}
                        };
                    }
                    return runs.apply((Command) arguments[0]);
                });
    }
}
