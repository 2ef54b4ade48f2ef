package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.access.Access;
import dev.blackstart.access.Numbers;
import dev.blackstart.access.SecretAccess;
import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The numbers of a store that nobody has documented. */
class RealNumbersTest extends DriftFixture {
    private Map<String, Numbers> numbers() {
        return Access.of(
                        RealAccess.of(drift(), List.of(store), Optional.empty()).inventory())
                .answer()
                .secretAccess()
                .stream()
                .collect(Collectors.toMap(SecretAccess::name, SecretAccess::numbers));
    }

    @Test
    void come_from_the_recipients_that_its_files_really_have() {
        gnupg.encrypt(store.resolve("mail-login.gpg"), to("carol"));

        assertThat(numbers()).hasEntrySatisfying("hosting-login", two -> {
            assertThat(two.busFactor().size().least()).isEqualTo(2);
            assertThat(two.openingSize().orElseThrow().size().most()).hasValue(1);
        });
        assertThat(numbers())
                .hasEntrySatisfying(
                        "mail-login",
                        one -> assertThat(one.busFactor().size().most()).hasValue(1));
    }

    /** To say that nobody opens it would be a guess: the answer is incomplete, and says so. */
    @Test
    void know_nothing_of_a_file_of_which_nobody_can_tell_who_opens_it() {
        gnupg.encrypt(store.resolve("mail-login.gpg"), "--hidden-recipient", gnupg.fingerprint("bob"), "--encrypt");

        assertThat(numbers())
                .hasEntrySatisfying(
                        "mail-login",
                        untold -> assertThat(untold.busFactor().size()).hasToString("not known"));
        assertThat(Finding.allTold(drift().findings())).isFalse();
    }

    @Test
    void are_bounds_where_a_file_opens_to_somebody_whom_it_does_not_name() {
        gnupg.encrypt(
                store.resolve("mail-login.gpg"),
                "--recipient",
                gnupg.fingerprint("alice"),
                "--hidden-recipient",
                gnupg.fingerprint("bob"),
                "--encrypt");

        assertThat(numbers())
                .hasEntrySatisfying(
                        "mail-login", one -> assertThat(one.busFactor().size()).hasToString("at least 1"));
    }

    /** Whoever left makes the number better, and should not. */
    @Test
    void of_those_only_who_should_open_it_stand_beside_those_of_all_who_do() throws IOException {
        gnupg.encrypt(login, to("alice", "dave"));

        RealAccess real = RealAccess.of(drift(), List.of(store), Optional.empty());
        SecretAccess secret = Access.of(real.inventory(), real.named())
                .answer()
                .secretAccess()
                .get(0);

        assertThat(real.strays())
                .extracting(stray -> "%s opens %s, lacks %s".formatted(stray.person(), stray.opens(), stray.lacks()))
                .containsExactly(
                        "Dave <dave@example.org> opens [hosting-login], lacks []",
                        "Bob <bob@example.org> opens [], lacks [hosting-login]");
        assertThat(secret.numbers().busFactor().size()).hasToString("2");
        assertThat(secret.named().orElseThrow().size()).hasToString("1");
    }
}
