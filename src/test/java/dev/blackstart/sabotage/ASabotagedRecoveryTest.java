package dev.blackstart.sabotage;

import static dev.blackstart.testing.Workspace.COMMISSION;
import static dev.blackstart.testing.Workspace.DRILL;
import static dev.blackstart.testing.Workspace.ENVIRONMENT;
import static dev.blackstart.testing.Workspace.RUNBOOK;
import static dev.blackstart.testing.Workspace.SECRETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.DrillOutcome;
import dev.blackstart.testing.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thing is broken in each test: the drill notices, says what, and says where, before the reader has to scroll. */
@Tag("container")
class ASabotagedRecoveryTest {
    private static final int FAILED = 1;
    private static final int INCONCLUSIVE = 2;
    private static final String BACKUP_SCRIPT = ENVIRONMENT + "/images/db/rootfs/usr/local/bin/push-backup";

    /** Where only the drill or its runbook is changed, what was commissioned serves the next test too. */
    @TempDir
    private static Path commissioned;

    @TempDir
    private Path directory;

    private Workspace workspace;

    @BeforeEach
    void copy() throws IOException {
        workspace = Workspace.copyTo(directory, commissioned);
    }

    @Test
    void an_emptied_repository_fails_at_the_step_that_looks_for_the_backup() throws Exception {
        afterCommissioning("""
                ssh -i /dev/shm/offsite-admin root@offsite 'pkill -x borg || true; find /srv/borg/db -mindepth 1 -delete'
                """, "systemctl disable --quiet --now backup.timer");

        DrillOutcome outcome = workspace.run("--quick");

        fails(outcome, "step-failed", "/srv/borg/db", workspace.step(RUNBOOK, "borg break-lock"));
    }

    /**
     * A pipe hides that the dump failed. The trap lets the script outlive its children: where it doesn't, systemd on
     * cgroup v1 can miss their end, and the server doesn't stop in time.
     */
    @Test
    void an_empty_dump_in_the_newest_archive_fails_at_the_step_that_loads_it() throws Exception {
        workspace
                .replace(
                        BACKUP_SCRIPT,
                        "exec borg create",
                        "pg_dump --no-password --format=custom --compress=0 snowdrift | borg create")
                .replace(
                        BACKUP_SCRIPT,
                        "--stdin-name snowdrift.dump --content-from-command ",
                        "--stdin-name snowdrift.dump ")
                .replace(
                        BACKUP_SCRIPT,
                        "    -- pg_dump --no-password --format=custom --compress=0 snowdrift\n",
                        "    -\n")
                .replace(BACKUP_SCRIPT, "set -euo pipefail", "set -eu; trap 'exit 143' TERM");
        afterCommissioning("", "cd /; runuser -u postgres -- psql -qXc 'REVOKE pg_read_all_data FROM archiver'");

        DrillOutcome outcome = workspace.run("--quick");

        fails(outcome, "step-failed", "input file is too short", workspace.step(RUNBOOK, "pg_restore"));
    }

    /** The hardest case: no step fails, and the drill has neither a probe, nor a check, nor a write that would notice. */
    @Test
    void a_step_taken_out_of_the_runbook_shows_in_the_data() throws Exception {
        workspace
                .withoutStep(RUNBOOK, "pg_restore")
                .cut(
                        DRILL,
                        "  - name: the website lists its projects\n",
                        "  - name: the website says that it is well\n")
                .cut(DRILL, "workload:\n", "disaster:\n")
                .cut(DRILL, "  - name: every pledge", "  - name: the payment service");

        DrillOutcome outcome = workspace.run("--quick");

        fails(outcome, "data-differs", "table public.history is missing", RUNBOOK + ":1");
    }

    @Test
    void a_service_that_only_a_step_started_is_lost_by_the_first_reboot() throws Exception {
        workspace.replace(
                RUNBOOK,
                "```sh on=db\nnew-cluster\n",
                "```sh on=db\nnew-cluster\nsystemctl disable --quiet postgres\n");
        workspace.replace(DRILL, "recovery:\n", "reboot: { within: 20s }\nrecovery:\n");

        DrillOutcome outcome = workspace.run("--quick");

        fails(outcome, "reboot-failed", "db was recovered, and restarted", DRILL + ":2");
        assertThat(outcome.report().path("actuals").path("recoveryTime").isNull())
                .isFalse();
        assertThat(outcome.report().path("restarts").path(0).path("hostJournal").asText())
                .isNotBlank();
    }

    /** A line that has no end, and what is somebody else's in a session of its own, out of reach of its end. */
    @Test
    void a_step_that_never_ends_and_says_one_endless_line_ends_as_one_whose_time_ran_out() throws Exception {
        workspace.replace(RUNBOOK, "## 2. Find the newest backup", """
                ```bash on=db timeout=8s
                echo never-ends
                setsid runuser -u postgres -- sleep 4714 </dev/null >/dev/null 2>&1 &
                yes | tr -d '\\n'
                ```

                ## 2. Find the newest backup""");

        DrillOutcome outcome = workspace.run("--quick");

        fails(
                outcome,
                "step-timed-out",
                "that it had left running", // one or two: runuser ends with what it has begun
                workspace.step(RUNBOOK, "never-ends"));
        assertThat(outcome.report().toString().length()).isLessThan(200_000);
    }

    @Test
    void a_secret_missing_from_the_store_is_named_where_it_is_documented_before_anything_is_destroyed()
            throws Exception {
        afterCommissioning("pass rm --force database-password", "");

        DrillOutcome outcome = workspace.run("--quick");

        tellsNothing(
                outcome,
                "secret-without-value",
                "commissioning gave the documented secret database-password no value",
                workspace.place(ENVIRONMENT + "/secrets.yaml", "database-password:"));
    }

    @Test
    void a_backup_timer_that_is_disabled_misses_the_recovery_point() throws Exception {
        afterCommissioning("", "systemctl disable --quiet --now backup.timer");
        workspace.replace(DRILL, "for: 8s", "for: 14s");

        DrillOutcome outcome = workspace.run("--quick");

        fails(outcome, "recovery-point-missed", "is its timer enabled?", workspace.place(DRILL, "objectives:"));
        assertThat(Duration.parse(outcome.report().at("/actuals/recoveryPoint").asText()))
                .isGreaterThan(Duration.ofSeconds(10));
    }

    @Test
    void a_password_baked_into_an_image_is_found_by_the_control_that_withholds_it() throws Exception {
        // Turned about, so that no search finds it: only the control does.
        String baked = "/usr/share/snowdrift/database-password";
        byte[] password = new byte[16];
        ThreadLocalRandom.current().nextBytes(password);
        Files.writeString(
                workspace.file(ENVIRONMENT + "/images/db/rootfs" + baked),
                HexFormat.of().formatHex(password));
        workspace = workspace
                .commissionedApart()
                .replace(COMMISSION, "password=$(pass show database-password)", """
                        ssh root@db 'tr 0-9a-f f0-9a-e <%s' | pass insert --multiline --force database-password >/dev/null
                        password=$(pass show database-password)""".formatted(baked))
                .replace(RUNBOOK, "password=$(pass show database-password)", """
                        password=$(pass show database-password || ssh root@db 'tr 0-9a-f f0-9a-e <%s')""".formatted(baked));

        DrillOutcome outcome = workspace.run();

        tellsNothing(
                outcome,
                "control-passed",
                "recovery went through without database-password",
                workspace.place(SECRETS, "  database-password:"));
    }

    @Test
    void a_query_that_errors_is_found_before_anything_is_destroyed() throws Exception {
        workspace.replace(DRILL, "from pledges where", "from pledgse where");

        DrillOutcome outcome = workspace.run("--quick");

        tellsNothing(
                outcome,
                "check-uncalibrated",
                "relation \"pledgse\" does not exist",
                workspace.place(DRILL, "every pledge has"));
    }

    @Test
    void a_workload_that_was_never_acknowledged_tells_nothing() throws Exception {
        workspace.replace(DRILL, "path: /pledges\n", "path: /pledgse\n");

        DrillOutcome outcome = workspace.run("--quick");

        tellsNothing(outcome, "workload-unacknowledged", "404", workspace.place(DRILL, "workload:"));
    }

    /** Let the saboteur do one more thing while the admins still have all keys at hand. */
    private void afterCommissioning(String onTheirWorkstation, String onTheDatabaseServer) throws IOException {
        workspace = workspace.commissionedApart().replace(COMMISSION, "## 7. Who may log in", """
                ```sh on=db
                true; %s
                ```

                ```bash
                true
                %s
                ```

                ## 7. Who may log in""".formatted(
                        onTheDatabaseServer, onTheirWorkstation.strip()));
    }

    private static void fails(DrillOutcome outcome, String code, String message, String where) {
        says(outcome, FAILED, "FAILED", code, message, where);
    }

    private static void tellsNothing(DrillOutcome outcome, String code, String message, String where) {
        says(outcome, INCONCLUSIVE, "INCONCLUSIVE", code, message, where);
    }

    private static void says(
            DrillOutcome outcome, int exitCode, String verdict, String code, String message, String where) {
        assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(exitCode);
        assertThat(outcome.verdict()).isEqualTo(verdict);
        assertThat(outcome.findings().subList(0, Math.min(3, outcome.findings().size())))
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.message() + " " + finding.hint()).contains(message);
                    assertThat(finding.where()).isEqualTo(where);
                });
        assertThat(outcome.pages()).allSatisfy(page -> assertThat(page).contains(code, where));
    }
}
