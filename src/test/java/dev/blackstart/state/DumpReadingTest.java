package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DumpReadingTest {
    private final Map<String, String> objects = new HashMap<>();

    @Test
    void each_object_of_a_dump_is_told_by_kind_schema_and_name() {
        PostgresqlFingerprint.objects("""
                --
                -- Name: snowdrift; Type: DATABASE; Schema: -; Owner: snowdrift
                --

                CREATE DATABASE snowdrift;
                \\connect snowdrift

                --
                -- Name: pledges; Type: TABLE; Schema: public; Owner: snowdrift
                --

                CREATE TABLE public.pledges (
                    id text NOT NULL
                );
                """, objects);

        assertThat(objects)
                .containsEntry("database snowdrift", "CREATE DATABASE snowdrift;\n")
                .containsEntry("table public.pledges", "CREATE TABLE public.pledges (\n    id text NOT NULL\n);\n")
                .hasSize(2);
    }

    @Test
    void the_grants_on_a_table_are_an_object_of_their_own() {
        PostgresqlFingerprint.objects("""
                -- Name: TABLE pledges; Type: ACL; Schema: public; Owner: snowdrift
                GRANT SELECT ON TABLE public.pledges TO reporting;
                """, objects);

        assertThat(objects)
                .containsEntry("acl public.table pledges", "GRANT SELECT ON TABLE public.pledges TO reporting;\n");
    }

    @Test
    void roles_and_memberships_are_told_by_name() {
        PostgresqlFingerprint.roles(
                "CREATE ROLE snowdrift;\nALTER ROLE snowdrift WITH LOGIN;\nGRANT reporting TO archiver GRANTED BY postgres;\n",
                objects);

        assertThat(objects)
                .containsEntry("role snowdrift", "CREATE ROLE snowdrift;\nALTER ROLE snowdrift WITH LOGIN;\n")
                .containsEntry(
                        "membership of archiver in reporting", "GRANT reporting TO archiver GRANTED BY postgres;");
    }
}
