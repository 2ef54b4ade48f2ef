package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretMentionsTest {
    private static final Place PLACE = Place.start(Path.of("page.md"));

    @Test
    void a_secret_that_is_shown_is_needed() {
        assertThat(mentions("pass show one").secrets()).containsExactly("one");
        assertThat(mentions("ssh root@db < <(pass show 'two'); x=$(pass show -- one)")
                        .secrets())
                .containsExactly("two", "one");
    }

    @Test
    void a_secret_that_is_only_put_in_or_only_named_is_not_needed_by_that() {
        assertThat(mentions("echo one; pass ls two").secrets()).isEmpty();
    }

    @Test
    void what_a_loop_names_is_needed() {
        SecretMentions mentions = mentions("for secret in two one other; do\n  pass show $secret\ndone");

        assertThat(mentions.secrets()).containsExactly("two", "one");
        assertThat(mentions.unclear()).isEmpty();
    }

    @Test
    void a_name_that_the_text_does_not_tell_is_said_with_its_line() {
        SecretMentions mentions = mentions("true\npass show \"$1\"");

        assertThat(mentions.secrets()).isEmpty();
        assertThat(mentions.unclear()).map(Place::toString).containsExactly("page.md:4:1");
    }

    @Test
    void a_remark_is_no_mention() {
        assertThat(mentions("true # pass show one").secrets()).isEmpty();
        assertThat(mentions("# pass show \"$1\"").unclear()).isEmpty();
    }

    private static SecretMentions mentions(String script) {
        Problems problems = new Problems();
        Map<String, DocumentedSecret> secrets = new LinkedHashMap<>();
        for (String name : List.of("one", "two")) {
            AccessFormula alice = new AccessFormula.ByPerson("alice", PLACE);
            secrets.put(name, new DocumentedSecret(name, "", "", alice, List.of(), Set.of(), Optional.empty(), PLACE));
        }
        String page = "\n```sh\n" + script + "\n```\n";
        Runbook runbook =
                new RunbookReader(NoNames.names(), problems).read(new SourceText(Path.of("page.md"), page, ""));
        return SecretMentions.in(runbook, new Inventory(Path.of("x"), Map.of(), Map.of(), secrets));
    }
}
