package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.AccessFormula.ByHost;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret.Copy;
import dev.blackstart.finding.Finding;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhoOpensWhatTest {
    private final Inventory inventory = read("""
            people: { alice: {}, bob: {} }
            stores:
              pass: { kind: openpgp, path: store, openedBy: { anyOf: [alice, bob] } }
              vault: { kind: openbao, service: db, shares: { quorum: 2, of: [alice, bob] } }
              safe: { kind: openbao, service: db, openedBy: bob, shares: { quorum: 1, of: [alice] } }
            secrets:
              own: { purpose: x, store: pass, openedBy: alice }
              inherited: { purpose: x, store: pass }
              unsealed: { purpose: x, store: vault }
              both: { purpose: x, store: safe }
              machine: { purpose: x, store: safe, openedBy: { host: db } }
              copied: { purpose: x, store: vault, copies: [{ store: pass, openedBy: bob }, { store: safe }] }
            """);

    @Test
    void a_secret_says_itself_who_opens_it() {
        assertThat(opens(secret("own").openedBy())).isEqualTo("alice");
    }

    @Test
    void a_secret_that_says_nothing_is_opened_by_whoever_its_store_names() {
        assertThat(opens(secret("inherited").openedBy())).isEqualTo("1 of alice bob");
    }

    @Test
    void a_store_that_names_nobody_is_opened_by_its_shares() {
        assertThat(opens(secret("unsealed").openedBy())).isEqualTo("2 of alice bob");
    }

    @Test
    void what_a_store_says_goes_before_its_shares() {
        assertThat(opens(secret("both").openedBy())).isEqualTo("bob");
    }

    @Test
    void a_host_may_open_a_secret() {
        assertThat(opens(secret("machine").openedBy())).isEqualTo("host db");
    }

    @Test
    void a_copy_is_opened_as_it_says_or_as_its_store_says() {
        assertThat(secret("copied").copies()).map(Copy::store).containsExactly("pass", "safe");
        assertThat(secret("copied").ways())
                .map(WhoOpensWhatTest::opens)
                .containsExactly("2 of alice bob", "bob", "bob");
    }

    private DocumentedSecret secret(String name) {
        return Objects.requireNonNull(inventory.secrets().get(name));
    }

    private static String opens(AccessFormula formula) {
        if (formula instanceof ByPerson by) {
            return by.person();
        }
        if (formula instanceof ByHost by) {
            return "host " + by.host();
        }
        Quorum quorum = (Quorum) formula;
        return quorum.quorum()
                + " of "
                + String.join(
                        " ", quorum.of().stream().map(WhoOpensWhatTest::opens).toList());
    }

    private static Inventory read(String text) {
        Problems problems = new Problems();
        Yaml inventory = yaml(text, problems);
        Names names = new Names(Optional.of(yaml("services: { db: {} }", problems)), Optional.of(inventory), problems);
        Inventory read = new InventoryReader(inventory, names, problems).read();
        assertThat(problems.inOrder()).map(Finding::render).isEmpty();
        return read;
    }

    private static Yaml yaml(String text, Problems problems) {
        return YamlFile.parse(new SourceText(Path.of("x.yaml"), text, ""), problems)
                .orElseThrow();
    }
}
