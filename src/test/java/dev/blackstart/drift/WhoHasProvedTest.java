package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.Gnupg;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People prove their keys with the tools that they have, and later, and not. */
class WhoHasProvedTest extends ProofFixture {
    @Test
    void whoever_does_what_the_challenge_says_has_proved_it() {
        assertThat(states()).isEqualTo("alice asked, bob asked, carol asked, dave asked");

        answer("");

        assertThat(states()).isEqualTo("alice proved, bob proved, carol proved, dave proved");
        assertThat(ask().findings()).isEmpty();
        assertThat(files("", ".challenge")).hasSize(4);
    }

    @Test
    void asking_again_asks_nobody_twice() {
        ask();
        ask();

        assertThat(files("", ".challenge")).hasSize(4);
    }

    /** What was encrypted stands nowhere until its reader hands it in. */
    @Test
    void a_challenge_does_not_give_away_its_answer() {
        askAndAnswer();
        String nonce = text(file(GPG, ".answer")).split(" ")[3];

        assertThat(nonce).hasSize(64);
        assertThat(text(file(GPG, ".challenge"))).doesNotContain(nonce);
    }

    @Test
    void a_secret_that_somebody_put_into_a_challenge_is_not_handed_in() throws IOException {
        ask();
        Path challenge = file(GPG, ".challenge");
        Path secret = directory.resolve("secret.asc");
        gnupg.encrypt(secret, "--armor", "--recipient", gnupg.fingerprint("alice"), "--encrypt");
        String text = text(challenge);
        String message = Files.readString(secret);
        Files.writeString(challenge, text.substring(0, text.indexOf("-----BEGIN")) + message);

        type(text(challenge)
                        .lines()
                        .filter(line -> line.startsWith("    "))
                        .findFirst()
                        .orElseThrow() + " || true");

        assertThat(file(GPG, ".answer")).isEmptyFile();
        assertThat(found())
                .contains(
                        "proof-broken alice.openpgp.answer: is no proof by alice of the key KEY: it is empty: what was"
                                + " typed has failed");
    }

    @Test
    void what_was_proved_too_long_ago_is_stale_and_was_asked_anew_before() {
        askAndAnswer();

        pass(59);
        assertThat(states()).isEqualTo("alice proved, bob proved, carol proved, dave proved");
        assertThat(files("", ".challenge")).hasSize(4);
        pass(2);
        assertThat(states()).isEqualTo("alice proved, bob proved, carol proved, dave proved");
        assertThat(files("", ".challenge")).hasSize(8);
        pass(30);
        assertThat(states()).isEqualTo("alice stale, bob stale, carol stale, dave stale");
        assertThat(found())
                .contains("proof-stale alice.openpgp.challenge: alice has proved the key KEY last on DAY, 91 days ago;"
                        + " secrets.yaml says every 90 days")
                .hasSize(4);

        answer("bob");
        assertThat(states()).isEqualTo("alice stale, bob proved, carol stale, dave stale");
    }

    @Test
    void without_a_term_a_proof_counts_for_ever() {
        every = "";
        askAndAnswer();

        pass(4000);

        assertThat(states()).isEqualTo("alice proved, bob proved, carol proved, dave proved");
        assertThat(files("", ".challenge")).hasSize(4);
    }

    @Test
    void whoever_never_answers_is_named_for_it() {
        ask();
        answer("alice");

        pass(91);
        answer("alice");

        assertThat(found())
                .filteredOn(finding -> finding.startsWith("proof-overdue"))
                .containsExactly(
                        "proof-overdue bob.ssh.challenge: bob has never proved the key KEY, and was asked first 91 days"
                                + " ago; secrets.yaml says every 90 days",
                        "proof-overdue carol.age.challenge: carol has never proved the key KEY, and was asked first 91"
                                + " days ago; secrets.yaml says every 90 days",
                        "proof-overdue dave.openpgp.challenge: dave has never proved the key KEY, and was asked first 91"
                                + " days ago; secrets.yaml says every 90 days");
    }

    @Test
    void those_who_have_proved_it_are_enough_or_not() {
        ask();
        assertThat(ask().findings())
                .anyMatch(finding -> finding.message().equals("nobody has proved to have what opens login"));

        answer("carol");

        assertThat(ask().findings()).noneMatch(finding -> finding.code() == DriftCode.PROVED_BY_TOO_FEW);
    }

    @Test
    void a_key_that_is_revoked_since_proves_nothing_and_one_that_has_expired_is_named() throws IOException {
        try (Gnupg own = gnupg.copy()) {
            askAndAnswer();
            own.run(
                    "sh",
                    "-c",
                    "sed 's/^:-----/-----/' $GNUPGHOME/openpgp-revocs.d/%s.rev | gpg --batch --import"
                            .formatted(own.fingerprint("alice")));
            own.gpg("--quick-set-expire", own.fingerprint("dave"), "1d");
            own.export(directory.resolve("keys.gpg"), "alice", "dave");
            pass(2);

            assertThat(states()).isEqualTo("alice revoked, bob proved, carol proved, dave proved");
            assertThat(found())
                    .containsExactlyInAnyOrder(
                            "key-revoked secrets.yaml: the key of Alice <alice@example.org> is revoked: nothing can be"
                                    + " encrypted to it any more",
                            "key-expired secrets.yaml: the key of Dave <dave@example.org> has expired on DAY");
        }
    }

    @Test
    void a_subkey_that_came_since_is_to_be_proved_and_the_old_one_is_enough_no_more() throws IOException {
        try (Gnupg own = gnupg.copy()) {
            askAndAnswer();
            own.gpg("--quick-add-key", own.fingerprint("alice"), "cv25519", "encr", "never");
            own.export(directory.resolve("keys.gpg"), "alice", "dave");
            pass(1);

            assertThat(states()).isEqualTo("alice asked, bob proved, carol proved, dave proved");

            gnupg = own;
            answer("alice");

            assertThat(states()).isEqualTo("alice proved, bob proved, carol proved, dave proved");
        }
    }

    @Test
    void a_key_that_no_keyring_has_cannot_be_asked_about() {
        people.put("alice", "0123456789ABCDEF0123456789ABCDEF01234567");
        people.put("dave", "nobody@example.org");

        assertThat(found())
                .containsExactly(
                        "key-unknown secrets.yaml: no keyring holds a key for nobody@example.org of dave, who cannot be"
                                + " asked to prove it",
                        "key-unknown secrets.yaml: no keyring holds the key KEY of alice, who cannot be asked to prove it");
    }

    @Test
    void what_windows_makes_of_an_answer_is_taken() throws IOException {
        ask();
        answer("");
        Path line = file(GPG, ".answer");
        Files.write(line, ("\uFEFF" + text(line).replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16LE));
        Path signature = file(SSH, ".answer");
        Files.writeString(signature, text(signature).replace("\n", "\r\n"));
        Path challenge = file(SSH, ".challenge");
        Files.writeString(challenge, text(challenge).replace("\n", "\r\n"));

        assertThat(states()).isEqualTo("alice proved, bob proved, carol proved, dave proved");
    }

    @Test
    void what_ssh_keygen_writes_beside_the_challenge_is_taken() {
        ask();
        String name = file(SSH, ".challenge").getFileName().toString();

        type("ssh-keygen -Y sign -n blackstart-proof -f KEYFILE " + name);

        assertThat(states()).startsWith("alice asked, bob proved");
    }

    /** A share of a vault that was made before alice had her new subkey opens by the old one alone. */
    @Test
    void each_part_of_a_key_that_opens_a_share_is_to_be_proved() throws IOException {
        try (Gnupg own = gnupg.copy()) {
            Path shares = Files.createDirectory(directory.resolve("shares"));
            own.encrypt(shares.resolve("alice.gpg"), "--recipient", own.subkey("alice") + "!", "--encrypt");
            own.gpg("--quick-add-key", own.fingerprint("alice"), "cv25519", "encr", "never");
            own.export(directory.resolve("keys.gpg"), "alice", "dave");
            gnupg = own;
            people.keySet().removeIf(name -> !name.equals("alice"));
            askAndAnswer();
            assertThat(states()).isEqualTo("alice proved");

            stores = List.of(shares);

            assertThat(states()).isEqualTo("alice proved, alice asked");
            assertThat(ask().proofs().get(1).part().orElseThrow()).endsWith(own.subkey("alice"));

            answer("alice.openpgp." + own.subkey("alice"));

            assertThat(states()).isEqualTo("alice proved, alice proved");
            assertThat(ask().findings()).isEmpty();
        }
    }

    @Test
    void what_opens_a_file_of_somebody_else_is_nobody_s_to_prove() {
        Path store = directory.resolve("store");
        gnupg.pass(store, "init", gnupg.fingerprint("bob"));
        gnupg.pass(store, "insert", "--multiline", "login");
        stores = List.of(store);

        assertThat(states()).isEqualTo("alice asked, bob asked, carol asked, dave asked");
    }
}
