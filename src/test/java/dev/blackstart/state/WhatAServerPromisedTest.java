package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.LocalPostgres;
import dev.blackstart.testing.RealTools;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is no data, and what data rely on: settings, checksums of pages, who may log in, whether it takes writes. */
@Tag(RealTools.TAG)
class WhatAServerPromisedTest {
    private static final State STATE = new PostgresqlState(Optional.of("postgres"), PostgresqlServer.USUAL);

    @Test
    void a_server_may_get_better_and_no_worse() {
        try (LocalPostgres server = LocalPostgres.make()) {
            server.append("postgresql.conf", "archive_mode = on\narchive_command = 'true'\nmax_connections = 60");
            server.stop();
            server.start();
            Fingerprint before = STATE.fingerprint(server, "mark");

            server.append("postgresql.conf", "full_page_writes = on\nautovacuum = on");
            change(server, "--enable");
            Fingerprint better = STATE.fingerprint(server, "mark");

            server.append("postgresql.conf", "archive_mode = off\nfull_page_writes = off\nsynchronous_commit = off");
            server.append("pg_hba.conf", "host all all 0.0.0.0/0 trust");
            server.append("standby.signal", "");
            change(server, "--disable");
            Fingerprint worse = STATE.fingerprint(server, "mark");

            assertThat(differences(before, better)).isEmpty();
            assertThat(differences(better, worse))
                    .containsExactlyInAnyOrder(
                            "server mode was taking writes, is in recovery, and read-only (no data is lost)",
                            "rules of log-in (pg_hba.conf) hold anew host all all 0.0.0.0 0.0.0.0 trust (no data is lost)",
                            "setting archive_mode was on, is off (no data is lost)",
                            "setting data_checksums was on, is off (no data is lost)",
                            "setting full_page_writes was on, is off (no data is lost)",
                            "setting synchronous_commit was on, is off (no data is lost)");
        }
    }

    private static void change(LocalPostgres server, String checksums) {
        server.stop();
        server.tool("pg_checksums", checksums, "--no-sync");
        server.start();
    }

    private static List<String> differences(Fingerprint before, Fingerprint after) {
        return STATE.differences(before, after).stream()
                .map(difference -> difference.object() + " " + difference.what())
                .toList();
    }
}
