package dev.blackstart.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.environment.Base;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.Replica;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.machine.Host;
import dev.blackstart.secret.Secret;
import dev.blackstart.testing.LocalHost;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commissioning makes and learns, at a workstation whose programs really run. */
class TheCommissioningTest {
    private static final String OWN = "a value that the page made up";
    private static final String PAGE = """
            # People and secrets

            ```blackstart
            make people
            make secrets
            ```

            ## What only we know

            ```bash
            echo '%s' | pass insert -m put-in-by-the-page
            ```
            """.formatted(OWN);

    @TempDir
    private Path directory;

    private final List<String> told = new ArrayList<>();
    private final NavigableSet<String> learned = new TreeSet<>();
    private LocalHost desk;

    @BeforeEach
    void document() throws IOException {
        desk = LocalHost.make();
        write("compose.yaml", """
                services:
                  bank:
                    build: images/any
                    secrets: [bank-token]
                    x-blackstart: { role: third-party }
                  responder:
                    build: images/any
                    x-blackstart: { role: responder }
                secrets: { bank-token: { external: true } }
                """);
        write("secrets.yaml", """
                people: { alice: {}, bob: {} }
                stores: { pass: { kind: openpgp, path: store, openedBy: { anyOf: [alice, bob] } } }
                secrets:
                  bank-token: { purpose: pays, store: pass, generate: password }
                  put-in-by-the-page: { purpose: is ours, store: pass }
                """);
        write("images/any/Dockerfile", "FROM scratch\n");
        write("runbooks/commission.md", PAGE);
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    @Test
    void every_documented_secret_has_the_value_that_survivors_will_see() {
        BaseSecrets secrets = BaseSecrets.of(commission());

        secrets.mustHoldAll(environment().inventory());
        assertThat(secrets.documented())
                .hasEntrySatisfying(
                        "put-in-by-the-page",
                        value -> assertThat(value.reveal()).isEqualTo(OWN));
    }

    @Test
    void third_parties_know_what_they_share_with_us() {
        commission();

        assertThat(told).contains("bank is given /run/secrets/bank-token");
    }

    @Test
    void what_the_page_puts_in_is_known_to_be_secret_before_the_step_is_told() {
        commission();

        assertThat(told)
                .containsSubsequence(
                        "learned bank-token",
                        "DONE People and secrets",
                        "learned put-in-by-the-page",
                        "DONE What only we know");
        assertThat(learned).contains("openpgp-key-of-alice", "ssh-key-of-bob");
    }

    @Test
    void a_secret_that_nobody_made_is_missed() throws IOException {
        write("runbooks/commission.md", PAGE.substring(0, PAGE.indexOf("## What")));
        BaseSecrets secrets = BaseSecrets.of(commission());

        assertThatThrownBy(() -> secrets.mustHoldAll(environment().inventory()))
                .isInstanceOf(CommissionException.class)
                .hasMessage("commissioning gave the documented secret put-in-by-the-page no value");
    }

    @Test
    void a_step_that_fails_is_told_with_its_place() throws IOException {
        write("runbooks/commission.md", PAGE.replace("pass insert", "pass inzert"));

        assertThatThrownBy(this::commission)
                .isInstanceOfSatisfying(
                        CommissionException.class,
                        fault -> assertThat(fault.place().toString()).endsWith("runbooks/commission.md:10:1"));
    }

    private Base commission() {
        Engine engine = (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, arguments) -> replica());
        return new Commissioning(engine, environment(), this::hear, this::learn, Replica::close)
                .into(directory.resolve("base"), new Engine.Tag("run", "commission"));
    }

    private void hear(Event event) {
        if (event instanceof Event.StepEnded ended && ended.outcome() == StepOutcome.DONE) {
            told.add("DONE " + ended.heading());
        }
    }

    private void learn(Collection<Secret> secrets) {
        secrets.stream().map(Secret::name).filter(learned::add).forEach(name -> told.add("learned " + name));
    }

    private Replica replica() {
        return (Replica) Proxy.newProxyInstance(
                Replica.class.getClassLoader(), new Class<?>[] {Replica.class}, (proxy, method, arguments) -> {
                    boolean ours = arguments != null && arguments[0].equals("responder");
                    return switch (method.getName()) {
                        case "order", "host" -> ours ? desk : bank();
                        default -> null;
                    };
                });
    }

    private Host bank() {
        return (Host) Proxy.newProxyInstance(
                Host.class.getClassLoader(), new Class<?>[] {Host.class}, (proxy, method, arguments) -> {
                    told.add("bank is given " + arguments[0]);
                    return null;
                });
    }

    private EnvironmentDefinition environment() {
        return DefinitionReader.read(List.of(directory.resolve("environments/till")))
                .environments()
                .get(0);
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve("environments/till").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
