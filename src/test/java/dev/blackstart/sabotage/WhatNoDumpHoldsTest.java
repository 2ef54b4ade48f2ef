package dev.blackstart.sabotage;

import static dev.blackstart.testing.Workspace.COMMISSION;
import static dev.blackstart.testing.Workspace.COMPOSE;
import static dev.blackstart.testing.Workspace.RUNBOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.DrillOutcome;
import dev.blackstart.testing.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every step ends well, every row of the website is back, and the server is not what it was. */
@Tag("container")
class WhatNoDumpHoldsTest {
    private static final String LOADED = "-c 'ANALYZE' snowdrift";

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
    void a_quick_fix_in_the_night_is_found_although_no_row_is_lost() throws Exception {
        workspace
                .replace(RUNBOOK, "```sh on=db\nnew-cluster\n", """
                        ```sh on=db
                        new-cluster
                        systemctl stop postgres
                        cd /
                        runuser -u postgres -- /usr/lib/postgresql/15/bin/pg_checksums --disable -D /var/lib/postgresql/15/main
                        echo 'host all all all trust' >> /var/lib/postgresql/15/main/pg_hba.conf
                        echo 'fsync = off' >> /var/lib/postgresql/15/main/postgresql.conf
                        systemctl start postgres
                        """)
                .replace(RUNBOOK, LOADED, "-c 'ALTER TABLE pledges DISABLE TRIGGER ALL' snowdrift");

        assertThat(differences(workspace.run("--quick")))
                .containsExactlyInAnyOrder(
                        "constraint outbox_pledge_id_fkey of table public.outbox enforcement was on, is off and on (no data is lost)",
                        "constraint pledges_person_id_fkey of table public.pledges enforcement was on, is off and on (no data is lost)",
                        "constraint pledges_project_id_fkey of table public.pledges enforcement was on, is off and on (no data is lost)",
                        "rules of log-in (pg_hba.conf) hold anew host all all all trust (no data is lost)",
                        "setting data_checksums was on, is off (no data is lost)",
                        "setting fsync was on, is off (no data is lost)");
    }

    @Test
    void what_lies_beside_the_website_s_database_is_missed() throws Exception {
        workspace = workspace
                .commissionedApart()
                .replace(COMPOSE, "state: [{ kind: postgresql, name: snowdrift }]", """
                        state:
                                - kind: postgresql
                                  name: snowdrift
                                  references: { files: /srv/uploads, by: "select path, sha256 from attachments" }
                                - { kind: files, path: /srv/uploads }
                                - { kind: command, name: time zone, run: "printf 'zone\\t'; cat /etc/timezone" }""")
                .replace(COMMISSION, "## 7. Who may log in", """
                ```sh on=db
                echo Europe/Vienna > /etc/timezone
                install -d -o snowdrift /srv/uploads
                cd /srv/uploads
                for n in 1 2; do echo "picture $n" > $n.png; done
                runuser -u snowdrift -- psql -qX -v ON_ERROR_STOP=1 -c 'CREATE TABLE attachments (path text, sha256 text)' snowdrift
                sha256sum *.png | while read -r sum name; do
                    runuser -u snowdrift -- psql -qX -v ON_ERROR_STOP=1 -c "INSERT INTO attachments VALUES ('$name', '$sum')" snowdrift
                done
                cd /
                runuser -u postgres -- psql -qX -c ANALYZE snowdrift
                runuser -u postgres -- psql -qX -v ON_ERROR_STOP=1 -c "CREATE ROLE partner LOGIN PASSWORD 'only-in-the-database'" \\
                    -c "COMMENT ON ROLE partner IS 'the bank'" snowdrift
                runuser -u postgres -- createdb audit
                runuser -u postgres -- psql -qX -c 'CREATE TABLE trail AS SELECT generate_series(1, 1000) AS n' audit
                runuser -u snowdrift -- psql -qX -o /dev/null -v ON_ERROR_STOP=1 -c "SELECT lo_from_bytea(4242, 'contract')" \\
                    -c 'GRANT SELECT ON LARGE OBJECT 4242 TO reporting, archiver' snowdrift
                systemctl start backup.service
                ```

                ## 7. Who may log in""");
        workspace
                .replace(RUNBOOK, LOADED, "-c 'ALTER LARGE OBJECT 4242 OWNER TO archiver' snowdrift")
                .replace(RUNBOOK, "```sh on=db\nnew-cluster\n", """
                        ```sh on=db
                        install -d -o snowdrift /srv/uploads
                        echo 'picture 1' > /srv/uploads/1.png
                        echo 'as the image has it' > /srv/uploads/3.png
                        new-cluster
                        """);
        DrillOutcome outcome = workspace.run("--quick");

        assertThat(outcome.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("not-from-a-backup");
            assertThat(finding.message()).startsWith("/srv/uploads on db came back without");
        });
        assertThat(differences(outcome))
                .containsExactlyInAnyOrder(
                        "data of /srv/uploads on db differs: /srv/uploads/2.png is missing",
                        "data of /srv/uploads on db differs: /srv/uploads/3.png was not there before (no data is lost)",
                        "data of time zone on db differs: value zone was Europe/Vienna, is Etc/UTC",
                        "file 2.png is missing, and a row names it",
                        "file 3.png is there, and no row names it",
                        "database audit is missing, with its 1 table and 1,000 rows",
                        "large object 4242 owner was snowdrift, is archiver; privileges was archiver select, reporting select,"
                                + " snowdrift select, snowdrift update, is archiver select, archiver update, reporting select"
                                + " (no data is lost)",
                        "password of role partner is missing: nobody can log in with it",
                        "comment on role partner is missing");
    }

    private static List<String> differences(DrillOutcome outcome) {
        assertThat(outcome.verdict()).as(outcome.output()).isEqualTo("FAILED");
        return outcome.findings().stream()
                .filter(finding -> finding.code().equals("data-differs"))
                .map(finding -> finding.message().replace("data of snowdrift on db differs: ", ""))
                .toList();
    }
}
