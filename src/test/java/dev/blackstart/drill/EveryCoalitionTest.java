package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.access.DrillTeams;
import dev.blackstart.definition.Team;
import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.FakeHost;
import dev.blackstart.testing.FakeShell;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The coalitions that the analysis chooses, drilled: one wrong line of the inventory is found by them. */
class EveryCoalitionTest {
    private static final String PASSPHRASE =
            "purpose: opens the backups\n    store: pass\n    openedBy: { anyOf: [alice, bob] }";
    private static final String TWO =
            "purpose: opens the backups\n    store: pass\n    openedBy: { allOf: [alice, bob] }";
    private static final String LOGIN =
            "purpose: orders servers at hoster-a\n    store: pass\n    openedBy: { anyOf: [alice, bob] }";
    private static final String MADE = "make secrets\nprovision db offsite\n```\n";

    @TempDir
    private Path directory;

    private Kiosk kiosk;

    @BeforeEach
    void begin() throws IOException {
        kiosk = Kiosk.in(directory);
        kiosk.replace(Kiosk.LOST, "survivors: all", "survivors: { coalitions: analysed }");
    }

    @Test
    void each_largest_loss_is_survived_and_each_smallest_that_locks_out_does() throws IOException {
        List<Team> teams = teams();

        assertThat(teams)
                .map(Team::lost)
                .containsExactly(Set.of("bob", "carol"), Set.of("alice", "carol"), Set.of("alice", "bob"));
        for (Rehearsal.Result run : all()) {
            assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
            assertThat(run.codes()).doesNotContain("analysis-contradicted");
        }
        Rehearsal.Result lockedOut = Rehearsal.of(kiosk).team(2).run(Kiosk.LOST);
        assertThat(lockedOut.events(Event.RunStarted.class)).singleElement().satisfies(plan -> {
            assertThat(plan.lockedOut()).isTrue();
            assertThat(plan.foretold().orElseThrow().closed()).contains("hosting-login", "backup-passphrase");
            assertThat(plan.foretold().orElseThrow().stop().orElseThrow().line())
                    .isEqualTo(5);
        });
        assertThat(lockedOut.control("everybody back").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void where_two_are_needed_one_of_them_is_locked_out_at_the_step_that_needs_both() throws IOException {
        kiosk.replace(Kiosk.SECRETS, PASSPHRASE, TWO);
        really("alice+bob");

        assertThat(teams())
                .map(Team::survivors)
                .containsExactly(Set.of("alice", "bob"), Set.of("bob", "carol"), Set.of("alice", "carol"));
        assertThat(all()).allMatch(run -> run.verdict() == Verdict.PASSED);
    }

    @Test
    void a_quorum_that_is_lower_than_the_inventory_says_lets_somebody_in_and_that_is_found() throws IOException {
        kiosk.replace(Kiosk.SECRETS, PASSPHRASE, TWO); // an OpenPGP store asks for one of its recipients, never for two

        List<Finding> found = contradictions();

        assertThat(found).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.message()).contains("cannot open backup-passphrase, but step 2 at", "went through");
            assertThat(finding.place()).hasToString(directory.resolve(Kiosk.SECRETS) + ":18:3");
        });
    }

    @Test
    void a_quorum_that_is_higher_than_the_inventory_says_locks_somebody_out_and_that_is_found() throws IOException {
        really("alice+bob");

        assertThat(contradictions())
                .first()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("alice can open backup-passphrase, but step 2 at", "was refused it"));
    }

    @Test
    void a_person_too_many_in_the_inventory_is_found() throws IOException {
        kiosk.replace(Kiosk.SECRETS, PASSPHRASE, PASSPHRASE.replace("[alice, bob]", "[alice, bob, carol]"));
        kiosk.replace(Kiosk.SECRETS, LOGIN, LOGIN.replace("[alice, bob]", "[alice, bob, carol]"));
        really("alice bob");

        assertThat(contradictions())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("carol can open backup-passphrase"));
    }

    @Test
    void a_person_too_few_in_the_inventory_is_found() throws IOException {
        kiosk.replace(Kiosk.SECRETS, PASSPHRASE, PASSPHRASE.replace("[alice, bob]", "[alice]"));
        really("alice bob");

        assertThat(contradictions())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).contains("bob and carol cannot open backup-passphrase"));
    }

    /** Two of four: six pairs just can, four sets of three just lock out. */
    @Test
    void every_pair_of_four_people_recovers_and_every_one_alone_is_locked_out() throws IOException {
        kiosk.replace(
                Kiosk.SECRETS,
                "  carol: { roles: [member] }",
                "  carol: { roles: [member] }\n  dave: { roles: [member] }");
        kiosk.replace(
                Kiosk.SECRETS,
                PASSPHRASE,
                TWO.replace("allOf: [alice, bob]", "quorum: 2, of: [alice, bob, carol, dave]"));
        kiosk.replace(Kiosk.SECRETS, LOGIN, LOGIN.replace("[alice, bob]", "[alice, bob, carol, dave]"));
        really("alice+bob alice+carol alice+dave bob+carol bob+dave carol+dave");

        assertThat(all()).hasSize(10).allMatch(run -> run.verdict() == Verdict.PASSED);
        assertThat(teams()).filteredOn(team -> team.survivors().size() == 2).hasSize(6);
        assertThat(teams()).filteredOn(team -> team.survivors().size() == 1).hasSize(4);
    }

    @Test
    void a_step_that_fails_at_something_else_fails_the_drill_and_contradicts_nothing() throws IOException {
        kiosk.replace(Kiosk.RESTORE, "start-database", "exit 1");

        Rehearsal.Result run = Rehearsal.of(kiosk).quick().run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).contains("step-failed").doesNotContain("analysis-contradicted");
    }

    @Test
    void whom_the_disaster_takes_is_in_no_coalition() throws IOException {
        kiosk.replace(
                Kiosk.LOST, "  - lose: { service: db }", "  - lose: { service: db }\n  - lose: { people: [alice] }");

        assertThat(teams()).map(Team::survivors).containsExactly(Set.of("bob"), Set.of("carol"));
        assertThat(teams()).map(Team::lost).containsExactly(Set.of("alice", "carol"), Set.of("alice", "bob"));
    }

    /** Whom the passphrase is encrypted to in fact. */
    private void really(String recipients) throws IOException {
        kiosk.replace(Kiosk.COMMISSION, MADE, MADE + "\n```sh\nencrypt backup-passphrase to " + recipients + "\n```\n");
    }

    private List<Team> teams() {
        return DrillTeams.of(kiosk.drill(Path.of(Kiosk.LOST)));
    }

    private List<Rehearsal.Result> all() throws IOException {
        List<Rehearsal.Result> all = new ArrayList<>();
        for (int team = 0; team < teams().size(); team++) {
            Rehearsal rehearsal = Rehearsal.of(kiosk).quick().team(team);
            rehearsal.machines().shell().knows("encrypt", EveryCoalitionTest::encrypt);
            all.add(rehearsal.run(Kiosk.LOST));
        }
        return all;
    }

    private List<Finding> contradictions() throws IOException {
        List<Finding> found = new ArrayList<>();
        for (Rehearsal.Result run : all()) {
            if (run.codes().contains("analysis-contradicted")) {
                assertThat(run.codes().get(0)).isEqualTo("analysis-contradicted");
                assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
                found.add(run.judgement().findings().get(0));
            }
        }
        return found;
    }

    private static String encrypt(FakeShell.Typed typed) {
        FakeHost host = typed.host();
        String file = "/home/operator/store/" + typed.words().get(0) + ".gpg";
        String value = host.text(file).orElseThrow().lines().toList().get(1);
        host.put(file, String.join(" ", typed.words().subList(2, typed.words().size())) + "\n" + value);
        return "";
    }
}
