package dev.blackstart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hints about who can open what, followed in the documents: the finding is gone, and other secrets open as before. */
class TheHintsOfAnswersTest {
    private static final String OTHER = "  other: { purpose: x, store: pass }\n";

    @TempDir
    Path directory;

    private void secrets(String secrets) throws IOException {
        Files.writeString(directory.resolve("secrets.yaml"), """
                people: { alice: {}, bob: {}, carol: {} }
                stores:
                  pass: { kind: openpgp, path: store, openedBy: { anyOf: [alice, bob] } }
                  vault: { kind: openbao, service: v, shares: { quorum: 2, of: [alice, bob, carol] } }
                secrets:
                %s%s""".formatted(OTHER, secrets));
    }

    private void page(String script) throws IOException {
        Files.createDirectories(directory.resolve("runbooks"));
        Files.writeString(directory.resolve("runbooks/restore.md"), "# Restore\n\n```sh\n%s\n```\n".formatted(script));
    }

    private String hint(int wanted, String code) {
        return Examples.of(directory, wanted, Set.of()).findings().stream()
                .filter(finding -> finding.code().word().equals(code))
                .map(Finding::hint)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is found of " + code));
    }

    private void isMended(int wanted, String opens) {
        Answer answer = Examples.of(directory, wanted, Set.of());
        assertThat(answer.findings()).map(Finding::render).isEmpty();
        assertThat(answer.access().secretAccess())
                .map(secret -> secret.name() + ": "
                        + AnswerWords.choice(
                                secret.numbers().openingSize().orElseThrow().people()))
                .containsExactly("other: any one of alice and bob", opens);
    }

    @Test
    void a_secret_that_nobody_opens_is_opened_by_people_who_need_no_other_for_it() throws IOException {
        secrets("  x: { purpose: x, store: pass, openedBy: { host: db } }\n");
        assertThat(hint(0, "opened-by-nobody")).startsWith("name people under openedBy");

        secrets("  x: { purpose: x, store: pass, openedBy: { anyOf: [{ host: db }, alice, carol] } }\n");

        isMended(0, "x: any one of alice and carol");
    }

    @Test
    void a_copy_that_undoes_a_vault_is_removed() throws IOException {
        secrets("  x: { purpose: x, store: vault, copies: [{ store: pass }] }\n");
        assertThat(hint(0, "opened-by-copy")).startsWith("remove the copy");

        secrets("  x: { purpose: x, store: vault }\n");

        isMended(0, "x: any 2 of alice, bob and carol");
    }

    @Test
    void what_hangs_on_one_person_is_opened_by_one_more() throws IOException {
        secrets("  x: { purpose: x, store: pass, openedBy: carol }\n");
        assertThat(hint(0, "bus-factor-one")).startsWith("let one more person open it");

        secrets("  x: { purpose: x, store: pass, openedBy: { anyOf: [carol, bob] } }\n");

        isMended(0, "x: any one of bob and carol");
    }

    @Test
    void a_bus_factor_that_is_too_low_grows_with_people() throws IOException {
        secrets("  x: { purpose: x, store: pass, openedBy: carol }\n");
        assertThat(hint(2, "bus-factor-low")).startsWith("let more people open it");

        secrets("  x: { purpose: x, store: pass, openedBy: { anyOf: [carol, bob] } }\n");

        isMended(2, "x: any one of bob and carol");
    }

    @Test
    void a_page_is_followed_once_somebody_opens_what_it_needs() throws IOException {
        secrets("  x: { purpose: x, store: pass, openedBy: { host: db } }\n");
        page("pass show x");
        assertThat(hint(0, "followed-by-nobody")).startsWith("name people under openedBy of the secrets that nobody");

        secrets("  x: { purpose: x, store: pass, openedBy: { anyOf: [alice, carol] } }\n");

        isMended(0, "x: any one of alice and carol");
    }

    @Test
    void a_name_that_a_page_spells_out_is_told() throws IOException {
        secrets("  x: { purpose: x, store: vault }\n");
        page("pass show \"$1\"");
        assertThat(hint(0, "needs-untold")).startsWith("spell the name out");

        page("pass show other");

        isMended(0, "x: any 2 of alice, bob and carol");
    }
}
