package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are another's, old, cut off, changed, or made with another key: each is named as what it is. */
class WhatProvesNothingTest extends ProofFixture {
    @Test
    void an_old_answer_in_the_place_of_a_new_one() throws IOException {
        askAndAnswer();
        List<Path> old = List.of(file(GPG, ".answer"), file(SSH, ".answer"));
        pass(100);
        ask();

        Files.copy(old.get(0), answerOf(files(GPG, ".challenge").get(1)));
        Files.copy(old.get(1), answerOf(files(SSH, ".challenge").get(1)));

        assertThat(found())
                .contains(
                        "proof-other-challenge alice.openpgp.answer: is no proof by alice of the key KEY: it answers"
                                + " alice.openpgp.challenge",
                        "proof-other-challenge bob.ssh.answer: is no proof by bob of the key KEY: it answers"
                                + " bob.ssh.challenge");
        assertThat(states()).startsWith("alice stale, bob stale");
    }

    @Test
    void an_old_answer_whose_challenge_is_gone() throws IOException {
        askAndAnswer();
        Path old = file(GPG, ".answer");
        Files.delete(file(GPG, ".challenge"));
        pass(1);
        ask();

        Files.move(old, answerOf(file(GPG, ".challenge")));

        assertThat(found())
                .containsExactly("proof-other-challenge alice.openpgp.answer: is no proof by alice of the key KEY: it"
                        + " answers one to alice of TIME about KEY");
    }

    @Test
    void the_answer_of_somebody_else_under_another_name() throws IOException {
        ask();
        answer("dave");

        Files.move(file("dave.", ".answer"), answerOf(file(GPG, ".challenge")));

        assertThat(found())
                .containsExactly("proof-other-challenge alice.openpgp.answer: is no proof by alice of the key KEY: it"
                        + " answers dave.openpgp.challenge");
        assertThat(states()).isEqualTo("alice refused, bob asked, carol asked, dave asked");
    }

    @Test
    void an_answer_to_nothing() throws IOException {
        askAndAnswer();
        Files.move(file(GPG, ".answer"), proofs.resolve("alice.answer"));

        assertThat(found()).containsExactly("proof-other-challenge alice.answer: answers no challenge that lies here");
    }

    @ParameterizedTest
    @ValueSource(strings = {GPG, SSH, AGE})
    void an_answer_that_is_cut_off(String whose) throws IOException {
        askAndAnswer();
        Path answer = file(whose, ".answer");
        String text = text(answer);

        for (int length : List.of(text.length() / 2, text.length() / 4)) {
            Files.writeString(answer, text.substring(0, length));

            assertThat(found())
                    .singleElement()
                    .asString()
                    .startsWith("proof-broken")
                    .endsWith("it is cut off, or was changed");
        }
    }

    @Test
    void an_answer_or_a_challenge_whose_nonce_was_changed() throws IOException {
        askAndAnswer();
        Path answer = file(GPG, ".answer");
        String nonce = text(answer).split(" ")[3];
        change(answer, nonce, (nonce.startsWith("0") ? "1" : "0") + nonce.substring(1));
        Path challenge = file(SSH, ".challenge");
        String sum = text(challenge)
                .lines()
                .filter(line -> line.startsWith("sum: "))
                .findFirst()
                .orElseThrow();
        change(challenge, sum, "sum: " + "0".repeat(64));

        assertThat(found())
                .containsExactly(
                        "proof-other-challenge alice.openpgp.answer: is no proof by alice of the key KEY: its nonce is"
                                + " another one",
                        "proof-broken bob.ssh.answer: is no proof by bob of the key KEY: its signature is not of the"
                                + " challenge as it stands, or was made for something else");
    }

    @Test
    void a_challenge_that_was_made_younger_than_it_is() throws IOException {
        askAndAnswer();
        pass(100);
        for (String whose : List.of(GPG, SSH)) {
            Path challenge = file(whose, ".challenge");
            String asked = text(challenge)
                    .lines()
                    .filter(line -> line.startsWith("asked: "))
                    .findFirst()
                    .orElseThrow();
            change(challenge, asked, "asked: " + now.minus(Duration.ofDays(1)).toString());
        }

        assertThat(found())
                .contains("proof-broken bob.ssh.answer: is no proof by bob of the key KEY: its signature is not of the"
                        + " challenge as it stands, or was made for something else")
                .anyMatch(finding -> finding.startsWith("proof-broken alice.openpgp.answer: is no proof by alice of the"
                        + " key KEY: the challenge was changed since it was written, on TIME to alice about KEY"));
    }

    @Test
    void a_challenge_of_a_day_that_is_to_come() {
        pass(200);
        askAndAnswer();
        pass(-200);

        assertThat(found()).hasSize(4).allMatch(finding -> finding.startsWith("proof-future "));
        assertThat(states()).isEqualTo("alice asked, bob asked, carol asked, dave asked");
    }

    @Test
    void a_signature_by_another_key() throws IOException {
        ask();
        sshKey("other");
        people.put("alice", people.get("alice") + ", '" + fingerprint("other") + "'");

        type("ssh-keygen -Y sign -n blackstart-proof -f ../other < %s > %s"
                .formatted(
                        file(SSH, ".challenge").getFileName(),
                        answerOf(file(SSH, ".challenge")).getFileName()));

        assertThat(found())
                .containsExactly(
                        "proof-other-key bob.ssh.answer: is no proof by bob of the key KEY: it is signed by KEY of alice");
    }

    @Test
    void a_signature_that_was_made_for_something_else() {
        ask();

        type("ssh-keygen -Y sign -n file -f KEYFILE < %s > %s"
                .formatted(
                        file(SSH, ".challenge").getFileName(),
                        answerOf(file(SSH, ".challenge")).getFileName()));

        assertThat(found()).singleElement().asString().startsWith("proof-broken bob.ssh.answer");
    }

    @Test
    void a_signature_where_something_is_to_be_read() {
        ask();

        gnupg.gpg(
                "--local-user",
                gnupg.fingerprint("alice"),
                "--output",
                answerOf(file(GPG, ".challenge")).toString(),
                "--clearsign",
                file(GPG, ".challenge").toString());

        assertThat(found())
                .containsExactly("proof-broken alice.openpgp.answer: is no proof by alice of the key KEY: it is a"
                        + " signature, which another part of the key makes than the one that opens");
    }

    @Test
    void a_private_key_is_no_answer_and_is_told_at_once() throws IOException {
        ask();
        Files.copy(directory.resolve("bob"), answerOf(file(SSH, ".challenge")));

        assertThat(found())
                .containsExactly(
                        "key-private bob.ssh.answer: a private key lies here, where whoever reads this can copy it");
    }

    @Test
    void an_answer_to_a_challenge_about_a_key_that_is_somebody_s_no_more() {
        askAndAnswer();
        people.put("alice", people.get("dave"));
        people.remove("dave");

        assertThat(found())
                .contains(
                        "proof-undocumented dave.openpgp.challenge: asks dave about the key KEY, by which secrets.yaml"
                                + " knows nobody of that name");
        assertThat(states()).startsWith("alice asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "key", "part", "asked", "sum", "proof"})
    void a_challenge_in_which_a_line_is_missing(String field) throws IOException {
        askAndAnswer();
        Path challenge = file(GPG, ".challenge");
        Files.writeString(challenge, text(challenge).replaceFirst("(?m)^" + field + ": .*\n", ""));

        assertThat(found())
                .singleElement()
                .asString()
                .startsWith("proof-broken alice.openpgp.challenge: is no challenge: it");
        assertThat(states()).startsWith("alice asked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$(touch x).challenge", "a b.challenge", "a;b.challenge", "-rf.challenge", "a\nb.challenge"})
    void a_challenge_whose_name_would_do_something_where_it_is_pasted(String name) throws IOException {
        ask();
        Files.move(file(GPG, ".challenge"), proofs.resolve(name));

        assertThat(found()).singleElement().asString().endsWith("is no challenge: no challenge is called so");
        assertThat(ask().findings()).noneMatch(finding -> finding.hint().contains(name));
        assertThat(states()).startsWith("alice asked");
    }

    @Test
    void somebody_with_any_name_can_answer() {
        people.put("\"-Zoë d'Arc; $(touch x)\"", String.valueOf(people.remove("dave")));

        askAndAnswer();

        assertThat(states()).startsWith("-Zoë d'Arc; $(touch x) proved, alice proved");
        assertThat(proofs.resolve("x")).doesNotExist();
    }

    private static Path answerOf(Path challenge) {
        return challenge.resolveSibling(challenge.getFileName().toString().replace(".challenge", ".answer"));
    }
}
