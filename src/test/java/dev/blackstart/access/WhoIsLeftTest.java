package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhoIsLeftTest {
    private static final String VERIFIED = "disaster: [{ lose: { service: db } }]\nrecovery: { RUNBOOK%s }\n";

    @TempDir
    Path directory;

    private Documents documents;

    @BeforeEach
    void write() throws IOException {
        documents = new Documents(directory)
                .inventory("", """
                        backup-key: { purpose: x, store: pass, openedBy: { anyOf: [alice, bob] } }
                        mail-key: { purpose: x, store: pass, openedBy: carol }
                        """)
                .runbook("restore", """
                        ```sh
                        pass show backup-key
                        pass show "$1" backup-key
                        ```
                        """)
                .runbook("mail", """
                        ```sh
                        pass show mail-key
                        pass show backup-key
                        pass show "$1"x
                        ```
                        """)
                .runbook("unclear", """
                        ```sh
                        pass show "$1"
                        ```
                        """);
    }

    @Test
    void it_is_said_what_those_who_are_left_open_and_how() throws IOException {
        Remaining left = documents.access().without(Set.of("alice", "carol"));

        assertThat(left.without()).containsExactlyInAnyOrder("alice", "carol");
        assertThat(left.secrets())
                .filteredOn(Remaining.Secret::open)
                .map(Remaining.Secret::name)
                .containsExactly("hosting-login", "offsite-login", "backup-key");
        assertThat(left.secrets().get(2).path())
                .containsExactly(new PathStep("backup-key", "pass", false, Set.of("bob"), Set.of()));
        assertThat(left.secrets().get(3).path()).isEmpty();
    }

    @Test
    void it_is_said_which_pages_they_can_follow_and_what_they_lack() throws IOException {
        Remaining left = documents.access().without(Set.of("carol"));

        assertThat(left.runbooks())
                .containsExactly(
                        new Remaining.Page("mail.md", false, Set.of("mail-key"), false),
                        new Remaining.Page("restore.md", true, Set.of(), false),
                        new Remaining.Page("unclear.md", true, Set.of(), true));
    }

    @Test
    void nobody_follows_no_page() throws IOException {
        Remaining left = documents.access().without(Set.of("alice", "bob", "carol"));

        assertThat(left.runbooks()).noneMatch(Remaining.Page::possible);
        assertThat(left.secrets()).noneMatch(Remaining.Secret::open);
    }

    @Test
    void a_drill_remains_possible_while_its_survivors_can_follow_its_page() throws IOException {
        documents.drill("restore", "restore", VERIFIED.formatted(""));

        assertThat(drill(Set.of("alice")))
                .isEqualTo(new Remaining.Drill("restore", "restore.md", false, true, Set.of()));
        assertThat(drill(Set.of("alice", "bob")))
                .isEqualTo(new Remaining.Drill("restore", "restore.md", false, false, Set.of("backup-key")));
    }

    @Test
    void whom_the_drill_loses_or_does_not_name_is_not_there_either() throws IOException {
        documents.drill("named", "restore", VERIFIED.formatted(", survivors: [bob]"));
        documents.drill(
                "struck",
                "restore",
                "disaster: [{ lose: { service: db } }, { lose: { people: [alice] } }]\nrecovery: { RUNBOOK }\n");

        assertThat(documents.access().without(Set.of("alice")).drills()).allMatch(Remaining.Drill::possible);
        assertThat(documents.access().without(Set.of("bob")).drills()).noneMatch(Remaining.Drill::possible);
    }

    @Test
    void a_drill_that_loses_any_one_must_be_possible_whoever_it_is() throws IOException {
        documents.drill("any", "restore", VERIFIED.formatted(", survivors: { lose: 1 }"));

        assertThat(drill(Set.of()).possible()).isTrue();
        assertThat(drill(Set.of("carol")).possible()).isTrue();
        assertThat(drill(Set.of("alice")).possible()).isFalse();
        assertThat(drill(Set.of("alice")).closed()).containsExactly("backup-key");
    }

    @Test
    void only_those_of_the_role_are_lost() throws IOException {
        documents.drill("admin", "mail", VERIFIED.formatted(", survivors: { lose: 1, role: admin }"));

        assertThat(drill(Set.of()).possible()).isTrue();
        assertThat(drill(Set.of("alice")).closed()).containsExactly("backup-key");
        assertThat(drill(Set.of("carol")).closed()).containsExactly("mail-key");
    }

    @Test
    void a_drill_of_a_lock_out_is_possible_while_its_survivors_are_locked_out() throws IOException {
        documents.drill(
                "locked",
                "restore",
                "disaster: [{ lose: { people: [carol] } }]\nrecovery: { RUNBOOK }\nexpect: locked-out\n");

        assertThat(drill(Set.of())).isEqualTo(new Remaining.Drill("locked", "restore.md", true, false, Set.of()));
        assertThat(drill(Set.of("alice", "bob")))
                .isEqualTo(new Remaining.Drill("locked", "restore.md", true, true, Set.of("backup-key")));
    }

    @Test
    void a_drill_of_a_lock_out_must_lock_out_every_combination() throws IOException {
        documents.drill("locked", "restore", """
                disaster: [{ lose: { people: [carol] } }]
                recovery: { RUNBOOK, survivors: { lose: 1, role: admin } }
                expect: locked-out
                """);

        assertThat(drill(Set.of()).possible()).isFalse();
        assertThat(drill(Set.of("alice")).possible()).isTrue();
    }

    private Remaining.Drill drill(Set<String> without) {
        return documents.access().without(without).drills().get(0);
    }
}
