package dev.blackstart.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Site;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Outcome.Ending;
import dev.blackstart.secret.Secret;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountDoorTest {
    private static final EnvironmentDefinition SHOP = DefinitionReader.read(
                    List.of(Path.of("src/test/resources/definitions/good")))
            .environments()
            .get(0);

    private final Site site = SHOP.sites().values().iterator().next();
    private final Map<String, Secret> accounts =
            Map.of(site.account(), Secret.of(site.account(), "correct horse battery"));

    @Test
    void whoever_opens_the_account_is_let_in() {
        assertThatCode(() -> door(0, "correct horse battery\n", "").admit(site)).doesNotThrowAnyException();
    }

    @Test
    void what_a_tool_says_beside_the_account_is_not_part_of_it() {
        assertThatCode(() -> door(0, "correct horse battery\n", "gpg: WARNING: unsafe permissions")
                        .admit(site))
                .doesNotThrowAnyException();
    }

    @Test
    void another_account_is_not_accepted() {
        assertThatThrownBy(() -> door(0, "guessed\n", "").admit(site))
                .isInstanceOfSatisfying(RecoveryException.class, refusal -> {
                    assertThat(refusal.reason()).endsWith("does not accept this " + site.account());
                    assertThat(refusal.secret()).contains(site.account());
                });
    }

    @Test
    void an_account_that_cannot_be_opened_lets_nobody_in() {
        assertThatThrownBy(() ->
                        door(2, "", "gpg: decryption failed: No secret key").admit(site))
                .isInstanceOfSatisfying(
                        RecoveryException.class,
                        refusal -> assertThat(refusal.reason()).endsWith("gpg: decryption failed: No secret key"));
    }

    @Test
    void an_account_that_nobody_told_the_provider_lets_nobody_in() {
        Responder responder = responder(0, "anything", "");

        assertThatThrownBy(() -> new AccountDoor(responder, Map.of()).admit(site))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("so it knows no customer");
    }

    @Test
    void a_look_up_that_was_cut_is_no_refusal() {
        assertThatThrownBy(() -> new AccountDoor(
                                responder(command -> new Outcome(Ending.CUT, 0, "correct horse battery", "")), accounts)
                        .admit(site))
                .isInstanceOf(IllegalStateException.class);
    }

    private AccountDoor door(int exitCode, String out, String err) {
        return new AccountDoor(responder(exitCode, out, err), accounts);
    }

    private static Responder responder(int exitCode, String out, String err) {
        return responder(command -> {
            String mark = command.arguments().get(4);
            return new Outcome(Ending.ENDED, exitCode, out, err + "\n" + mark + " " + exitCode + "\n");
        });
    }

    private static Responder responder(java.util.function.Function<Command, Outcome> runs) {
        Host host = (Host) Proxy.newProxyInstance(
                Host.class.getClassLoader(),
                new Class<?>[] {Host.class},
                (proxy, method, arguments) -> runs.apply((Command) arguments[0]));
        return new Responder(host, SHOP, none -> Optional.empty());
    }
}
