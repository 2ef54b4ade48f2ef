package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Artefacts.Sources;
import dev.blackstart.testing.Gnupg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read where no keys are given: the keyring and the configuration of the user's own gpg. */
class OwnKeyringTest extends DriftFixture {
    private Gnupg own;

    @BeforeEach
    void copy() throws IOException {
        own = gnupg.copy();
    }

    @AfterEach
    void end() throws IOException {
        own.close();
    }

    @Override
    Sources sources() {
        return new Sources(List.of(store), List.of(), List.of(), List.of(), List.of(), Optional.of(own.home()));
    }

    @Test
    void a_subkey_that_has_expired_is_still_its_owners() throws IOException {
        String lastYear = "--faked-system-time=20250101T000000!";
        own.gpg(lastYear, "--quick-generate-key", "Erin <erin@example.org>", "ed25519", "cert", "never");
        String erin = own.fingerprint("erin");
        own.gpg(lastYear, "--quick-add-key", erin, "cv25519", "encr", "30d");
        own.encrypt(login, lastYear, "--recipient", erin, "--encrypt");
        gpgId(erin);
        assertThat(found(drift()))
                .containsExactly("key-expired store/.gpg-id:1: every subkey for encryption of Erin <erin@example.org>"
                        + " is expired");

        own.gpg("--quick-add-key", erin, "cv25519", "encr", "never");
        Path today = store.resolve("today.gpg");
        own.encrypt(today, "--recipient", erin, "--encrypt");

        finds();
        assertThat(drift().files())
                .hasSize(2)
                .allSatisfy(file -> assertThat(file.opened().people()).containsExactly("Erin <erin@example.org>"));
    }

    @Test
    void a_group_of_the_users_configuration_stands_for_its_members() throws IOException {
        Files.writeString(
                own.home().resolve("gpg.conf"),
                "group team = %s bob@example.org%n".formatted(gnupg.fingerprint("alice")));
        gpgId("Team");

        finds();

        gnupg.encrypt(login, to("alice", "carol"));
        assertThat(found(drift()))
                .hasSize(2)
                .anyMatch(finding -> finding.contains("still encrypted to Carol"))
                .anyMatch(finding -> finding.contains("Bob <bob@example.org> cannot open the file"));
    }

    @Test
    void a_keygrip_names_the_key_of_its_part() throws IOException {
        String keygrip = own.gpg("--with-colons", "--with-keygrip", "--list-keys", "bob@example.org")
                .lines()
                .filter(line -> line.startsWith("grp:"))
                .map(line -> line.split(":", -1)[9])
                .findFirst()
                .orElseThrow();
        gpgId("alice@example.org", "&" + keygrip);

        finds();
    }
}
