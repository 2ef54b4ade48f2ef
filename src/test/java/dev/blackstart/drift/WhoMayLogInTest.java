package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.Artefacts.Sources;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Inventory;
import dev.blackstart.testing.Gnupg;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of {@code authorized_keys} with keys that the real ssh-keygen makes. */
@RealTools
class WhoMayLogInTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir
    static Path directory;

    private static Map<String, String> fingerprints;
    private static Inventory inventory;

    @BeforeAll
    static void make(Gnupg gnupg) throws IOException {
        fingerprints = AuthorizedKeysTest.generate(gnupg, directory, "alice", "bob");
        Files.writeString(
                directory.resolve("secrets.yaml"), """
                people: { alice: { keys: ["%s"] }, bob: { keys: ["%s"] } }
                stores: { pass: { kind: openpgp, path: store, openedBy: alice } }
                secrets: { login: { purpose: x, store: pass } }
                """.formatted(fingerprints.get("alice"), fingerprints.get("bob")));
        inventory =
                DefinitionReader.readDocuments(directory).environments().get(0).inventory();
    }

    private static String line(String person) throws IOException {
        return Files.readString(directory.resolve(person + ".pub")).strip();
    }

    private static DriftAnswer asked(Optional<Inventory> inventory, String... lines) throws IOException {
        Path server = directory.resolve("authorized_keys");
        Files.write(server, List.of(lines));
        return Drift.of(
                Artefacts.read(
                        new Sources(List.of(), List.of(), List.of(), List.of(server), List.of(), Optional.empty())),
                inventory,
                NOW);
    }

    private static Login only(String options) throws IOException {
        DriftAnswer answer = asked(Optional.empty(), options + " " + line("alice"));
        assertThat(answer.logins()).as(String.valueOf(answer.findings())).hasSize(1);
        return answer.logins().get(0);
    }

    private static List<String> codes(DriftAnswer answer) {
        return answer.findings().stream()
                .map(finding -> finding.code().word() + " " + finding.place().line())
                .toList();
    }

    @Test
    void each_key_is_told_with_its_person_where_that_is_known() throws IOException {
        assertThat(asked(Optional.of(inventory), "# ours", line("alice"), line("bob"))
                        .logins())
                .map(login -> "%s %s %s %s %d"
                        .formatted(
                                login.state(),
                                login.person().orElse("?"),
                                login.fingerprint(),
                                login.comment(),
                                login.place().line()))
                .containsExactly(
                        "FULL alice %s alice@laptop 2".formatted(fingerprints.get("alice")),
                        "FULL bob %s bob@laptop 3".formatted(fingerprints.get("bob")));
        assertThat(asked(Optional.empty(), line("alice")).logins())
                .allMatch(login -> login.person().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "command=\"echo hi, you\"",
                "from=\"10.0.0.0/8,::1\"",
                "restrict",
                "no-pty",
                "NO-PTY",
                "permitopen=\"db:5432\"",
                "permitlisten=\"8080\"",
                "no-port-forwarding",
                "principals=\"admins\"",
                "restrict,pty,command=\"x\""
            })
    void a_line_that_takes_something_away_is_no_full_login(String options) throws IOException {
        assertThat(only(options).state()).isEqualTo(Login.State.RESTRICTED);
        assertThat(options).startsWith(only(options).restrictions().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pty", "environment=\"A=b\"", "verify-required", "agent-forwarding,X11-forwarding,user-rc"})
    void other_options_take_nothing_away(String options) throws IOException {
        assertThat(only(options).state()).isEqualTo(Login.State.FULL);
    }

    @ParameterizedTest
    @CsvSource({
        "20200101, EXPIRED, 2020-01-01",
        "20261126, EXPIRED, 2026-11-26",
        "20261127, EXPIRED, 2026-11-27",
        "202611270001, RESTRICTED, 2026-11-27 00:01",
        "20261127Z, EXPIRED, 2026-11-27 UTC",
        "202611271159Z, EXPIRED, 2026-11-27 11:59 UTC",
        "20261127120000Z, EXPIRED, 2026-11-27 12:00 UTC",
        "202611271201Z, RESTRICTED, 2026-11-27 12:01 UTC",
        "20261127115959utc, EXPIRED, 2026-11-27 11:59:59 UTC",
        "20991231, RESTRICTED, 2099-12-31",
        "209912312359, RESTRICTED, 2099-12-31 23:59",
        "20991231235959, RESTRICTED, 2099-12-31 23:59:59"
    })
    void every_form_of_an_expiry_time_is_read(String time, Login.State state, String shown) throws IOException {
        assertThat(only("no-pty,expiry-time=\"" + time + "\"").state()).isEqualTo(state);
        assertThat(only("no-pty,expiry-time=\"" + time + "\"").until()).contains(shown);
    }

    @Test
    void whom_the_server_refuses_by_now_is_named_and_may_not_log_in() throws IOException {
        DriftAnswer answer = asked(Optional.of(inventory), "expiry-time=\"20200101\" " + line("alice"), line("bob"));

        assertThat(codes(answer)).containsExactly("authorized-expired 1", "authorized-missing 1");
        assertThat(answer.findings().get(0).message())
                .isEqualTo("the server has refused the key of alice since 2020-01-01");
    }

    @Test
    void a_later_line_for_the_same_key_lets_in_again() throws IOException {
        assertThat(codes(asked(
                        Optional.of(inventory),
                        "expiry-time=\"20200101\" " + line("alice"),
                        line("alice"),
                        line("bob"))))
                .containsExactly("authorized-expired 1");
    }

    @Test
    void the_key_of_an_authority_is_nobody_s_login() throws IOException {
        DriftAnswer answer =
                asked(Optional.of(inventory), "cert-authority,principals=\"admins\" " + line("alice"), line("bob"));

        assertThat(answer.logins()).map(Login::state).containsExactly(Login.State.AUTHORITY, Login.State.FULL);
        assertThat(codes(answer)).containsExactly("authorized-authority 1", "authorized-missing 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-ptty", "expiry-time=\"2020-01-01\"", "expiry-time=\"20201301\"", "expiry-time"})
    void a_line_with_an_option_that_the_server_does_not_take_lets_nobody_in(String option) throws IOException {
        DriftAnswer answer = asked(Optional.empty(), option + " " + line("alice"));

        assertThat(answer.logins()).isEmpty();
        assertThat(codes(answer)).containsExactly("authorized-line-broken 1");
    }
}
