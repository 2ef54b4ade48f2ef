package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.access.Access;
import dev.blackstart.access.Numbers;
import dev.blackstart.access.SecretAccess;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The numbers of a store that nobody has documented. */
class RealNumbersTest extends DriftFixture {
    private Map<String, Numbers> numbers() {
        return Access.of(RealInventory.of(store, drift().files())).answer().secretAccess().stream()
                .collect(Collectors.toMap(SecretAccess::name, SecretAccess::numbers));
    }

    @Test
    void come_from_the_recipients_that_its_files_really_have() {
        gnupg.encrypt(store.resolve("mail-login.gpg"), to("carol"));

        assertThat(numbers()).hasEntrySatisfying("hosting-login", two -> {
            assertThat(two.busFactor().size().least()).isEqualTo(2);
            assertThat(two.openingSize().orElseThrow().size().most()).isEqualTo(1);
        });
        assertThat(numbers())
                .hasEntrySatisfying(
                        "mail-login",
                        one -> assertThat(one.busFactor().size().most()).isEqualTo(1));
    }

    @Test
    void are_zero_where_nobody_can_be_told() {
        gnupg.encrypt(store.resolve("hosting-login.gpg"), "--hidden-recipient", gnupg.fingerprint("bob"), "--encrypt");

        assertThat(numbers())
                .hasEntrySatisfying(
                        "hosting-login",
                        nobody -> assertThat(nobody.busFactor().size().most()).isZero());
    }
}
