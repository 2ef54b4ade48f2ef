package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.finding.Finding;
import dev.blackstart.testing.Gnupg;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The recipients that files really have against the list that they should follow. */
class RecipientDriftTest extends DriftFixture {
    @Test
    void a_store_as_pass_has_made_it_has_no_drift_and_opens_to_those_whom_it_names() {
        DriftAnswer answer = drift();

        assertThat(found(answer)).isEmpty();
        assertThat(Finding.allTold(answer.findings())).isTrue();
        assertThat(answer.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("hosting-login");
            assertThat(file.untold()).isEmpty();
            assertThat(file.opened()).isInstanceOfSatisfying(Quorum.class, any -> {
                assertThat(any.quorum()).isEqualTo(1);
                assertThat(any.of())
                        .map(part -> ((ByPerson) part).person())
                        .containsExactlyInAnyOrder(Gnupg.userId("alice"), Gnupg.userId("bob"));
            });
        });
    }

    @Test
    void no_agent_is_started_by_reading() {
        gnupg.endAgent();

        drift();

        assertThat(gnupg.agentRuns()).isFalse();
    }

    @Test
    void a_file_that_is_still_encrypted_to_somebody_who_left_is_found() throws IOException {
        gpgId(gnupg.fingerprint("alice"));

        finds("extra-recipient store/hosting-login.gpg:1: still encrypted to Bob <bob@example.org>,"
                + " whom store/.gpg-id does not name");
    }

    @Test
    void a_file_that_a_new_admin_cannot_open_is_found_with_the_line_that_names_them() throws IOException {
        gpgId("# admins", "alice@example.org", "0x" + gnupg.fingerprint("bob"), "Carol # since May");

        finds("missing-recipient store/hosting-login.gpg:1: Carol <carol@example.org> cannot open the file,"
                + " although store/.gpg-id:4 names them");
    }

    @Test
    void the_nearest_list_upwards_counts() throws IOException {
        gnupg.pass(store, "init", "--path=team", gnupg.fingerprint("carol"));
        gnupg.pass(store, "insert", "--multiline", "team/deep/mail-login");

        finds();

        Files.delete(store.resolve("team/.gpg-id"));
        assertThat(found(drift())).hasSize(3).allMatch(finding -> finding.contains("store/team/deep/mail-login.gpg:1"));
    }

    @Test
    void a_key_id_an_exact_subkey_and_an_address_name_the_same_key() throws IOException {
        gpgId(gnupg.subkey("alice") + "!", gnupg.subkey("bob").substring(8));

        finds();
    }

    @Test
    void a_key_in_no_keyring_is_named_once_with_the_number_of_its_files() {
        gnupg.pass(store, "insert", "--multiline", "mail-login");
        gnupg.export(keys, "alice");

        DriftAnswer answer = drift();

        assertThat(found(answer))
                .containsExactly(
                        "key-unknown store/hosting-login.gpg:1: key %s opens this file and 1 more, and no keyring holds it: nobody can tell whose it is"
                                .formatted(gnupg.subkey("bob")),
                        "gpg-id-unknown store/.gpg-id:2: \"%s\" matches no public key"
                                .formatted(gnupg.fingerprint("bob")));
        assertThat(Finding.allTold(answer.findings())).isFalse();
    }

    @Test
    void a_hidden_recipient_is_said_and_may_be_the_one_that_is_missing() {
        gnupg.encrypt(
                login,
                "--recipient",
                gnupg.fingerprint("alice"),
                "--hidden-recipient",
                gnupg.fingerprint("bob"),
                "--encrypt");

        finds("hidden-recipient store/hosting-login.gpg:1: opens to 1 key that the file does not name");
        assertThat(drift().files().get(0).untold()).containsExactly("a key that the file does not name");
    }

    @Test
    void a_file_that_a_passphrase_opens_too_is_said() {
        String[] arguments = to("alice", "bob");
        arguments[arguments.length - 1] = "--symmetric";
        gnupg.encrypt(login, concat(concat(arguments, "--encrypt"), "--passphrase=made-for-this-test"));

        finds("passphrase store/hosting-login.gpg:1: opens to whoever knows a passphrase");
    }

    @Test
    void an_armored_file_is_read_as_a_binary_one() {
        gnupg.encrypt(login, concat(to("alice", "carol"), "--armor"));

        assertThat(found(drift()))
                .containsExactly(
                        "extra-recipient store/hosting-login.gpg:1: still encrypted to Carol <carol@example.org>,"
                                + " whom store/.gpg-id does not name",
                        "missing-recipient store/hosting-login.gpg:1: Bob <bob@example.org> cannot open the file,"
                                + " although store/.gpg-id:2 names them");
    }

    @Test
    void a_store_without_a_list_says_nothing_about_who_should_open_it() throws IOException {
        Files.delete(store.resolve(".gpg-id"));

        finds("gpg-id-missing store/hosting-login.gpg:1: no .gpg-id applies here: nothing says who should open the"
                + " files of this directory");
    }

    @Test
    void an_empty_list_names_nobody() throws IOException {
        gpgId("# nobody yet", "");

        finds("gpg-id-empty store/.gpg-id:1: the file names no recipient: what lies below it is encrypted to nobody in"
                + " particular");
    }

    @Test
    void an_entry_that_matches_several_keys_is_ambiguous() throws IOException {
        gpgId(gnupg.fingerprint("alice"), gnupg.fingerprint("bob"), "example.org");

        assertThat(found(drift()))
                .singleElement()
                .asString()
                .startsWith("gpg-id-ambiguous store/.gpg-id:3: \"example.org\" matches 4 keys: ");
    }

    @Test
    void a_key_that_expires_within_a_month_is_said_and_one_that_has_expired_too() throws IOException {
        gpgId(gnupg.fingerprint(Gnupg.PASSING));
        gnupg.encrypt(login, to(Gnupg.PASSING));
        gnupg.export(keys, Gnupg.PASSING);
        Instant end = Instant.now().plus(Gnupg.PASSING_FOR);

        assertThat(found(drift(end.minusSeconds(40L * 86400)))).isEmpty();
        assertThat(found(drift(end.minusSeconds(20L * 86400))))
                .singleElement()
                .asString()
                .startsWith("key-expires-soon store/.gpg-id:1: the key of Passing <passing@example.org> expires on ");
        assertThat(found(drift(end.plusSeconds(86400))))
                .singleElement()
                .asString()
                .startsWith("key-expired store/.gpg-id:1: the key of Passing <passing@example.org> has expired on ");
    }

    static String[] concat(String[] some, String more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + 1);
        all[some.length] = more;
        return all;
    }
}
