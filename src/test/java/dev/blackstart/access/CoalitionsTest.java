package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.Team;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the analysis chooses to be lost, and where it can choose nobody. */
class CoalitionsTest {
    private static final String PEOPLE = "{ alice: {}, bob: {}, carol: {}, dave: {} }";
    private static final String RESTORE = """
            ```sh
            echo begun
            ```

            ```sh
            pass show backup-key
            ```
            """;

    @TempDir
    Path directory;

    @Test
    void the_losses_that_just_leave_enough_and_those_that_just_do_not_are_drilled() throws IOException {
        List<Team> teams = teams(documents("{ allOf: [alice, { anyOf: [bob, carol] }] }", RESTORE));

        assertThat(teams)
                .map(Team::survivors)
                .containsExactly(
                        Set.of("alice", "bob"),
                        Set.of("alice", "carol"),
                        Set.of("bob", "carol", "dave"),
                        Set.of("alice", "dave"));
        assertThat(teams)
                .map(team -> team.forecast().orElseThrow().closed())
                .containsExactly(Set.of(), Set.of(), Set.of("backup-key"), Set.of("backup-key"));
        assertThat(teams.get(0).lost()).containsExactlyInAnyOrder("carol", "dave");
    }

    @Test
    void they_stop_at_the_step_that_opens_what_they_cannot() throws IOException {
        Team lockedOut = teams(documents("alice", RESTORE)).get(1);

        assertThat(lockedOut.forecast().orElseThrow().stop().orElseThrow().line())
                .isEqualTo(5);
    }

    @Test
    void more_runs_than_are_wanted_are_a_fault_that_says_how_many_they_are() throws IOException {
        Definitions read = documents("{ quorum: 2, of: [alice, bob, carol, dave] }", RESTORE, ", atMost: 9");

        assertThat(read.drills()).isEmpty();
        assertThat(read.problems()).filteredOn(problem -> read.broken()).first().satisfies(problem -> {
            assertThat(problem.message())
                    .isEqualTo("these are 10 coalitions, each a run of its own, and no more than 9 are wanted");
            assertThat(problem.hint()).contains("`atMost: 10`");
            assertThat(problem.place().line()).isEqualTo(12);
            assertThat(problem.place().column()).isGreaterThan(10);
        });
        assertThat(teams(documents("{ quorum: 2, of: [alice, bob, carol, dave] }", RESTORE, ", atMost: 10")))
                .hasSize(10);
    }

    @Test
    void many_interchangeable_people_are_counted_and_not_listed() throws IOException {
        List<String> names = IntStream.range(0, 40).mapToObj(i -> "p" + i).toList();
        String people = "{ alice: {}, bob: {}, carol: {}, %s: {} }".formatted(String.join(": {}, ", names));
        String key = "{ quorum: 20, of: [%s] }".formatted(String.join(", ", names));

        assertThat(problem(documents(people, key, RESTORE, ""))).startsWith("these are 269128937220 coalitions");
    }

    @Test
    void a_page_of_which_nobody_can_tell_what_it_needs_is_not_analysed() throws IOException {
        assertThat(problem(documents("alice", "```sh\npass show \"$1\"\n```\n")))
                .startsWith("a secret is opened here whose name the text does not tell");
    }

    @Test
    void a_page_that_needs_no_secret_locks_nobody_out() throws IOException {
        assertThat(problem(documents("alice", "```sh\necho done\n```\n")))
                .contains("needs no secret that anybody guards");
    }

    @Test
    void what_nobody_can_open_needs_no_coalition_to_be_locked() throws IOException {
        Definitions read = documents(PEOPLE, "alice", RESTORE, "", "disaster: [{ lose: { people: [alice] } }]");

        assertThat(problem(read)).isEqualTo("all who are left together cannot follow restore.md");
    }

    private static String problem(Definitions read) {
        return read.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Finding::message)
                .findFirst()
                .orElseThrow();
    }

    private static List<Team> teams(Definitions read) {
        assertThat(read.problems())
                .map(Finding::render)
                .filteredOn(line -> read.broken())
                .isEmpty();
        DrillDefinition drill = read.drills().get(0);
        return DrillTeams.of(drill);
    }

    private Definitions documents(String openedBy, String page) throws IOException {
        return documents(openedBy, page, "");
    }

    private Definitions documents(String openedBy, String page, String more) throws IOException {
        return documents(PEOPLE, openedBy, page, more);
    }

    private Definitions documents(String people, String openedBy, String page, String more) throws IOException {
        return documents(people, openedBy, page, more, "disaster: [{ lose: { service: db } }]");
    }

    private Definitions documents(String people, String openedBy, String page, String more, String disaster)
            throws IOException {
        new Documents(directory)
                .inventory(people, "", "backup-key: { purpose: x, store: pass, openedBy: %s }".formatted(openedBy))
                .runbook("restore", page)
                .drill(
                        "every",
                        "restore",
                        disaster + "\nrecovery: { RUNBOOK, survivors: { coalitions: analysed%s } }\n".formatted(more));
        return DrillTeams.checked(DefinitionReader.read(List.of(directory)));
    }
}
