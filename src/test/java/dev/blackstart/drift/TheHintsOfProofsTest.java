package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.drift.FollowedHints.Follows;
import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Hints about proofs, followed as they stand: what was found is gone then, and the key is proved. */
class TheHintsOfProofsTest extends ProofFixture {
    private Finding finding(DriftCode code) {
        return ask().findings().stream()
                .filter(found -> found.code() == code)
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not found in " + found()));
    }

    private static String quoted(Finding finding) {
        return Pattern.compile("`([^`]+)`")
                .matcher(finding.hint())
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no command: " + finding.hint()));
    }

    private void follow(DriftCode code) {
        type(quoted(finding(code)));
    }

    private void isGone(DriftCode code) {
        assertThat(ask().findings()).noneMatch(finding -> finding.code() == code);
    }

    private void onlyOf(String person) {
        people.keySet().removeIf(name -> !name.equals(person));
    }

    @Test
    @Follows("proof-missing")
    void whoever_types_it_has_answered() {
        for (String person : new String[] {"alice", "bob", "carol"}) {
            make();
            onlyOf(person);

            follow(DriftCode.PROOF_MISSING);

            assertThat(states()).isEqualTo(person + " proved");
            assertThat(ask().findings()).isEmpty();
        }
    }

    private void make() {
        try {
            people.clear();
            for (Path file : files("", "")) {
                Files.delete(file);
            }
            Files.delete(proofs);
            for (String file : new String[] {"bob", "bob.pub", "age.txt"}) {
                Files.deleteIfExists(directory.resolve(file));
            }
            make(gnupg);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    @Follows({"proof-overdue", "proof-stale"})
    void whoever_was_silent_answers_and_whoever_has_long_proved_it_does_so_again() {
        onlyOf("alice");
        ask();
        pass(91);

        follow(DriftCode.PROOF_OVERDUE);

        assertThat(states()).isEqualTo("alice proved");
        pass(91);

        follow(DriftCode.PROOF_STALE);

        assertThat(states()).isEqualTo("alice proved");
        assertThat(ask().findings()).isEmpty();
    }

    @Test
    @Follows("proof-other-challenge")
    void the_right_answer_takes_the_place_of_another_one() throws IOException {
        people.keySet().removeIf(name -> !name.equals("alice") && !name.equals("dave"));
        ask();
        answer("dave");
        Files.copy(
                file("dave", ".answer"),
                Path.of(file(GPG, ".challenge").toString().replace(".challenge", ".answer")));

        follow(DriftCode.PROOF_OTHER_CHALLENGE);

        assertThat(states()).isEqualTo("alice proved, dave proved");
    }

    @Test
    void an_answer_without_its_challenge_is_named_as_that_one_s() throws IOException {
        onlyOf("alice");
        askAndAnswer();
        Path answer = file(GPG, ".answer");
        Path misplaced = Files.move(answer, proofs.resolve("a.answer"));
        assertThat(finding(DriftCode.PROOF_OTHER_CHALLENGE).hint())
                .contains("name it as its challenge with the ending .answer");

        Files.move(misplaced, answer);

        assertThat(states()).isEqualTo("alice proved");
    }

    @Test
    @Follows("proof-other-key")
    void with_the_right_key_it_is_answered_and_with_the_new_one_it_is_asked_about() throws IOException {
        onlyOf("bob");
        ask();
        sshKey("new");
        String right = quoted(finding(DriftCode.PROOF_MISSING));
        type(right.replace("KEYFILE", "../new"));
        assertThat(quoted(finding(DriftCode.PROOF_OTHER_KEY))).isEqualTo(right);

        follow(DriftCode.PROOF_OTHER_KEY);

        assertThat(states()).isEqualTo("bob proved");
        type(right.replace("KEYFILE", "../new"));
        people.put("bob", fingerprint("new"));
        isGone(DriftCode.PROOF_OTHER_KEY);
        assertThat(states()).isEqualTo("bob asked");
    }

    @Test
    @Follows("proof-broken")
    void what_is_broken_is_answered_anew_or_asked_anew() throws IOException {
        onlyOf("alice");
        ask();
        Files.createFile(Path.of(file(GPG, ".challenge").toString().replace(".challenge", ".answer")));

        follow(DriftCode.PROOF_BROKEN);

        assertThat(states()).isEqualTo("alice proved");
        Files.writeString(file(GPG, ".challenge"), "");
        assertThat(finding(DriftCode.PROOF_BROKEN).hint()).contains("delete it and its answer, and ask again");

        Files.delete(finding(DriftCode.PROOF_BROKEN).place().file());
        Files.delete(file(GPG, ".answer"));

        isGone(DriftCode.PROOF_BROKEN);
    }

    @Test
    @Follows("proof-future")
    void what_is_dated_in_the_future_is_deleted() throws IOException {
        onlyOf("alice");
        pass(50);
        askAndAnswer();
        pass(-50);
        assertThat(finding(DriftCode.PROOF_FUTURE).hint()).contains("delete it and its answer, and ask again");

        Files.delete(file(GPG, ".answer"));
        Files.delete(finding(DriftCode.PROOF_FUTURE).place().file());

        isGone(DriftCode.PROOF_FUTURE);
    }

    @Test
    @Follows("proof-untold")
    void the_key_that_somebody_really_has_takes_the_place_of_one_that_is_none() {
        onlyOf("carol");
        String right = people.put("carol", "age1" + "q".repeat(58));
        assertThat(finding(DriftCode.PROOF_UNTOLD).hint()).contains("write the key that carol has into");
        assertThat(states()).isEqualTo("carol unasked");

        people.put("carol", String.valueOf(right));

        isGone(DriftCode.PROOF_UNTOLD);
        assertThat(states()).isEqualTo("carol asked");
    }

    @Test
    @Follows("proof-undocumented")
    void a_key_that_is_theirs_is_written_down() {
        onlyOf("carol");
        askAndAnswer();
        people.put("carol", "nobody@example.org");

        people.put("carol", quoted(finding(DriftCode.PROOF_UNDOCUMENTED)).replaceAll("keys: \\[(.*)]", "$1"));

        isGone(DriftCode.PROOF_UNDOCUMENTED);
        assertThat(states()).isEqualTo("carol proved");
    }

    @Test
    @Follows("proved-by-too-few")
    void whoever_has_not_answered_answers() {
        onlyOf("bob");
        assertThat(finding(DriftCode.PROVED_BY_TOO_FEW).hint()).contains("let them answer");

        answer("bob");

        isGone(DriftCode.PROVED_BY_TOO_FEW);
    }
}
