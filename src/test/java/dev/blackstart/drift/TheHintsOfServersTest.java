package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.Artefacts.Sources;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Inventory;
import dev.blackstart.drift.FollowedHints.Follows;
import dev.blackstart.finding.Finding;
import dev.blackstart.testing.Gnupg;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hints about lines of {@code authorized_keys}, followed as they stand: nobody who may log in is locked out by them. */
@RealTools
class TheHintsOfServersTest {
    @TempDir
    static Path directory;

    private static Map<String, String> fingerprints;
    private final List<String> lines = new ArrayList<>();
    private String bob = "";

    @BeforeAll
    static void keys(Gnupg gnupg) {
        fingerprints = AuthorizedKeysTest.generate(gnupg, directory, "alice", "bob");
    }

    @BeforeEach
    void begin() throws IOException {
        lines.add(line("alice"));
        bob = "bob: {}";
    }

    private static String line(String person) throws IOException {
        return Files.readString(directory.resolve(person + ".pub")).strip();
    }

    private DriftAnswer asked() throws IOException {
        Files.writeString(directory.resolve("secrets.yaml"), """
                people: { alice: { keys: ["%s"] }, %s }
                stores: { pass: { kind: openpgp, path: store, openedBy: alice } }
                secrets: { login: { purpose: x, store: pass } }
                """.formatted(fingerprints.get("alice"), bob));
        Inventory inventory =
                DefinitionReader.readDocuments(directory).environments().get(0).inventory();
        Path server = directory.resolve("authorized_keys");
        Files.write(server, lines);
        return Drift.of(
                Artefacts.read(
                        new Sources(List.of(), List.of(), List.of(), List.of(server), List.of(), Optional.empty())),
                Optional.of(inventory),
                Instant.now());
    }

    private Finding finding(String code) throws IOException {
        assertThat(asked().findings()).map(found -> found.code().word()).contains(code);
        return asked().findings().stream()
                .filter(found -> found.code().word().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void removeLineOf(String code) throws IOException {
        lines.remove(finding(code).place().line() - 1);
    }

    private void isMendedFor(String... people) throws IOException {
        assertThat(asked().findings()).map(Finding::render).isEmpty();
        assertThat(asked().logins())
                .map(login -> login.person().orElse("unknown"))
                .containsExactly(people);
    }

    @Test
    @Follows("authorized-undocumented")
    void the_key_of_somebody_of_the_inventory_is_written_down_and_another_one_removed() throws IOException {
        lines.add(line("bob"));
        bob = "bob: { %s }"
                .formatted(finding("authorized-undocumented").hint().replaceFirst(".*`(keys: [^`]*)`.*", "$1"));
        isMendedFor("alice", "bob");

        bob = "bob: {}";
        removeLineOf("authorized-undocumented");
        isMendedFor("alice");
    }

    @Test
    @Follows("authorized-missing")
    void whoever_is_to_log_in_gets_a_line() throws IOException {
        bob = "bob: { keys: [\"%s\"] }".formatted(fingerprints.get("bob"));
        assertThat(finding("authorized-missing").hint())
                .startsWith("If bob is to log in there, add a line with such a key");

        lines.add(line("bob"));

        isMendedFor("alice", "bob");
    }

    @Test
    @Follows("authorized-expired")
    void a_line_that_is_refused_is_removed() throws IOException {
        lines.add("expiry-time=\"20200101\" " + line("bob"));

        removeLineOf("authorized-expired");

        isMendedFor("alice");
    }

    @Test
    @Follows("authorized-line-broken")
    void a_line_that_the_server_skips_is_removed() throws IOException {
        lines.add(0, "no-ptty " + line("bob"));

        removeLineOf("authorized-line-broken");

        isMendedFor("alice");
    }

    @Test
    @Follows("authorized-authority")
    void in_the_stead_of_an_authority_people_s_own_keys_are_put_there() throws IOException {
        lines.add("cert-authority " + line("bob"));
        assertThat(finding("authorized-authority").hint()).contains("put their own keys there in its stead");

        removeLineOf("authorized-authority");

        isMendedFor("alice");
    }
}
