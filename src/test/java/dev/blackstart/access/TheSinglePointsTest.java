package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheSinglePointsTest {
    @TempDir
    Path directory;

    @Test
    void a_secret_hangs_on_the_store_the_site_the_provider_and_the_jurisdiction_that_it_cannot_do_without()
            throws IOException {
        AccessAnswer answer = new Documents(directory).inventory("""
                        vault: { kind: openbao, service: vault, openedBy: { anyOf: [alice, bob] } }
                        far: { kind: openbao, service: offsite, openedBy: { anyOf: [alice, bob] } }
                        """, """
                        one: { purpose: x, store: vault }
                        two: { purpose: x, store: vault, copies: [{ store: far }] }
                        behind: { purpose: x, store: pass, openedBy: { secret: one } }
                        """).answer();

        assertThat(answer.singlePoints())
                .map(point -> point.kind() + " " + point.name() + " " + String.join(",", point.secrets()))
                .containsExactly(
                        "STORE pass hosting-login,offsite-login,behind",
                        "SITE primary one,behind",
                        "PROVIDER hoster-a one,behind",
                        "JURISDICTION DE one,behind",
                        "STORE vault one,behind");
    }

    @Test
    void two_sites_of_one_provider_or_in_one_jurisdiction_are_lost_together() throws IOException {
        AccessAnswer answer = new Documents(directory).inventory("""
                        vault: { kind: openbao, service: vault, openedBy: { anyOf: [alice, bob] } }
                        second: { kind: openbao, service: vault-two, openedBy: { anyOf: [alice, bob] } }
                        far: { kind: openbao, service: offsite, openedBy: { anyOf: [alice, bob] } }
                        """, """
                        at-a: { purpose: x, store: vault, copies: [{ store: second }] }
                        in-is: { purpose: x, store: second, copies: [{ store: far }] }
                        """).answer();

        assertThat(answer.singlePoints())
                .filteredOn(point -> point.kind() != SinglePoint.Kind.STORE)
                .map(point -> point.kind() + " " + point.name() + " " + String.join(",", point.secrets()))
                .containsExactly("PROVIDER hoster-a at-a", "JURISDICTION IS in-is");
    }

    @Test
    void what_nobody_opens_hangs_on_nothing() throws IOException {
        AccessAnswer answer = new Documents(directory)
                .inventory(
                        "safe: { kind: openpgp, path: safe }",
                        "dead: { purpose: x, store: safe, openedBy: { host: db } }")
                .answer();

        assertThat(answer.singlePoints()).map(SinglePoint::name).containsExactly("pass");
    }

    @Test
    void a_page_that_nobody_can_follow_hangs_on_nothing() throws IOException {
        AccessAnswer answer = new Documents(directory)
                .inventory("", """
                        dead: { purpose: x, store: pass, openedBy: { host: db } }
                        mine: { purpose: x, store: pass, openedBy: alice }
                        """)
                .runbook("restore", """
                        ```sh
                        pass show dead
                        pass show mine
                        ```
                        """)
                .answer();

        assertThat(answer.singlePoints()).flatExtracting(SinglePoint::runbooks).isEmpty();
        assertThat(answer.singlePoints()).map(SinglePoint::name).containsExactly("pass", "alice");
    }
}
