package dev.blackstart.sabotage;

import static dev.blackstart.testing.Workspace.DRILL;
import static dev.blackstart.testing.Workspace.ENVIRONMENT;
import static dev.blackstart.testing.Workspace.RUNBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.DrillOutcome;
import dev.blackstart.testing.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recoveries that everybody called good who was asked, and that were not: each passed once. */
@Tag("container")
class AnObserverThatLiesTest {
    private static final String WEB = ENVIRONMENT + "/images/app/rootfs/opt/snowdrift/web.py";
    private static final String ANALYZE = "-c 'ANALYZE' snowdrift";

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
    void a_disk_that_another_server_has_too_is_not_lost() throws Exception {
        workspace = workspace
                .commissionedApart()
                .replace(
                        ENVIRONMENT + "/compose.yaml",
                        "      - app-etc:/etc/snowdrift\n",
                        "      - app-etc:/etc/snowdrift\n      - db-data:/mnt/db\n");

        says("INCONCLUSIVE", "loss-survived", "the volume db-data: app stands and mounts it too");
    }

    @Test
    void a_health_page_that_does_not_need_the_database_says_nothing_about_it() throws Exception {
        workspace = workspace
                .commissionedApart()
                .replace(
                        WEB,
                        "def health():\n    with database.transaction() as cursor:\n        cursor.execute(\"SELECT 1\")\n",
                        "def health():\n")
                .cut(
                        DRILL,
                        "  - name: the website lists its projects\n",
                        "  - name: the website says that it is well\n");

        DrillOutcome outcome = workspace.run("--quick");

        assertThat(outcome.verdict()).as(outcome.output()).isEqualTo("INCONCLUSIVE");
        assertThat(outcome.findings().get(0).code()).isIn("disaster-unnoticed", "probe-uncalibrated");
    }

    @Test
    void a_front_door_that_repeats_what_it_is_asked_for_has_no_writes() throws Exception {
        workspace.replace(RUNBOOK, "## 5. See that the website is back", """
                ```sh on=app
                sed -i 's#location / {#location ~ ^/pledges/bs { default_type application/json; return 200 "$uri"; }\\n location / {#' /etc/nginx/nginx.conf
                systemctl reload nginx
                ```

                ## 5. See that the website is back""");

        says("INCONCLUSIVE", "read-back-uncalibrated", "finds a write that was never made");
    }

    @Test
    void writes_that_come_back_with_another_amount_did_not_come_back() throws Exception {
        workspace.replace(
                RUNBOOK, ANALYZE, "-c \"UPDATE pledges SET amount_cents = 1 WHERE id LIKE 'bs%-%'\" snowdrift");

        says("FAILED", "write-altered", "writes came back with another content");
    }

    @Test
    void writes_that_are_missing_among_others_are_a_hole() throws Exception {
        workspace.replace(
                RUNBOOK,
                ANALYZE,
                "-c \"DELETE FROM outbox WHERE pledge_id LIKE 'bs%-%3'\""
                        + " -c \"DELETE FROM pledges WHERE id LIKE 'bs%-%3'\" snowdrift");

        says("FAILED", "write-hole", "are lost though later ones came back");
    }

    private void says(String verdict, String code, String message) throws Exception {
        DrillOutcome outcome = workspace.run("--quick");

        assertThat(outcome.verdict()).as(outcome.output()).isEqualTo(verdict);
        assertThat(outcome.findings()).as(outcome.output()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.message()).contains(message);
        });
    }
}
