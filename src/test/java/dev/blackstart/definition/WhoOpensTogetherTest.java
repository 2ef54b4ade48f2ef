package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.AccessFormula.ByHost;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhoOpensTogetherTest {
    private static final Place PLACE = Place.start(Path.of("secrets.yaml"));
    private static final AccessFormula ALICE = new ByPerson("alice", PLACE);
    private static final AccessFormula BOB = new ByPerson("bob", PLACE);

    @Test
    void a_quorum_opens_where_enough_of_its_parts_do() {
        AccessFormula two = new Quorum(2, List.of(ALICE, BOB, new BySecret("login", PLACE)), PLACE);

        assertThat(two.opens(Set.of("alice"), Set.of())).isFalse();
        assertThat(two.opens(Set.of("alice", "bob"), Set.of())).isTrue();
        assertThat(two.opens(Set.of("alice"), Set.of("login"))).isTrue();
    }

    @Test
    void a_host_opens_nothing_for_people() {
        assertThat(new ByHost("db", PLACE).opens(Set.of("db"), Set.of("db"))).isFalse();
    }

    @Test
    void a_formula_names_whom_and_what_it_is_made_of_in_its_order() {
        AccessFormula formula = new Quorum(
                1,
                List.of(
                        BOB,
                        new Quorum(2, List.of(ALICE, new BySecret("login", PLACE), BOB), PLACE),
                        new ByHost("db", PLACE)),
                PLACE);

        assertThat(formula.people()).containsExactly("bob", "alice");
        assertThat(formula.secrets()).containsExactly("login");
        assertThat(formula.hosts()).containsExactly("db");
    }

    @Test
    void a_copy_opens_a_secret_too() {
        DocumentedSecret secret = new DocumentedSecret(
                "key",
                "",
                "vault",
                BOB,
                List.of(new DocumentedSecret.Copy("pass", ALICE, PLACE)),
                Set.of(),
                Optional.empty(),
                PLACE);

        assertThat(inventory(Map.of("key", secret)).opened(Set.of("alice"))).containsExactly("key");
    }

    /** Each secret opens the one before it: the order that is worst for whoever goes through the file again and again. */
    @Test
    void a_long_chain_of_secrets_is_followed_to_its_end() {
        int length = 50_000;
        Map<String, DocumentedSecret> secrets = new LinkedHashMap<>();
        for (int i = 0; i < length; i++) {
            AccessFormula opens = i == length - 1 ? ALICE : new BySecret("s" + (i + 1), PLACE);
            secrets.put("s" + i, secret("s" + i, opens));
        }
        Inventory inventory = inventory(secrets);

        assertThat(inventory.opened(Set.of("alice"))).hasSize(length);
        assertThat(inventory.opens(Set.of("alice"), new BySecret("s0", PLACE))).isTrue();
        assertThat(inventory.opens(Set.of("bob"), new BySecret("s0", PLACE))).isFalse();
    }

    @Test
    void secrets_that_open_each_other_are_opened_by_who_opens_one_of_them() {
        Map<String, DocumentedSecret> secrets = new LinkedHashMap<>();
        secrets.put("mail", secret("mail", new Quorum(1, List.of(ALICE, new BySecret("domain", PLACE)), PLACE)));
        secrets.put("domain", secret("domain", new Quorum(1, List.of(BOB, new BySecret("mail", PLACE)), PLACE)));
        secrets.put("lost", secret("lost", new BySecret("lost", PLACE)));
        Inventory inventory = inventory(secrets);

        assertThat(inventory.opened(Set.of("alice"))).containsExactlyInAnyOrder("mail", "domain");
        assertThat(inventory.opened(Set.of("bob"))).containsExactlyInAnyOrder("mail", "domain");
        assertThat(inventory.opened(Set.of("carol"))).isEmpty();
    }

    private static DocumentedSecret secret(String name, AccessFormula openedBy) {
        return new DocumentedSecret(name, "", "pass", openedBy, List.of(), Set.of(), Optional.empty(), PLACE);
    }

    private static Inventory inventory(Map<String, DocumentedSecret> secrets) {
        return new Inventory(PLACE.file(), Map.of(), Map.of(), secrets);
    }
}
