package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.state.Fingerprint.Content;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DumpReadingTest {
    @Test
    void each_object_of_a_dump_is_told_by_kind_schema_and_name() {
        Map<String, String> objects = PostgresqlDump.objects("""
                --
                -- PostgreSQL database dump
                --

                \\restrict 1cTqZnHp55sff35zvTZ6lf9o7FQP7b2v1sVstGoeVeoj5Yl1rbfUTMui0hzGYDo

                --
                -- Name: snowdrift; Type: DATABASE; Schema: -; Owner: snowdrift
                --

                CREATE DATABASE snowdrift;


                \\unrestrict 1cTqZnHp55sff35zvTZ6lf9o7FQP7b2v1sVstGoeVeoj5Yl1rbfUTMui0hzGYDo
                \\connect snowdrift
                \\restrict 1cTqZnHp55sff35zvTZ6lf9o7FQP7b2v1sVstGoeVeoj5Yl1rbfUTMui0hzGYDo

                SET statement_timeout = 0;

                --
                -- Name: pledges; Type: TABLE; Schema: public; Owner: snowdrift
                --

                CREATE TABLE public.pledges (
                    id text NOT NULL
                );


                --
                -- PostgreSQL database dump complete
                --

                \\unrestrict 1cTqZnHp55sff35zvTZ6lf9o7FQP7b2v1sVstGoeVeoj5Yl1rbfUTMui0hzGYDo
                """);

        assertThat(objects)
                .containsEntry("database snowdrift", "CREATE DATABASE snowdrift;")
                .containsEntry("table public.pledges", "CREATE TABLE public.pledges (\n    id text NOT NULL\n);")
                .hasSize(2);
    }

    @Test
    void a_line_that_looks_like_a_comment_may_be_one_of_a_text() {
        Map<String, String> objects = PostgresqlDump.objects("""
                -- Name: price(); Type: FUNCTION; Schema: public; Owner: shop
                --

                CREATE FUNCTION public.price() RETURNS text LANGUAGE sql AS $$select '
                -- a line of the text
                \\another'$$;
                """);

        assertThat(objects)
                .hasEntrySatisfying(
                        "function public.price()",
                        text -> assertThat(text).contains("-- a line of the text", "\\another"));
    }

    @Test
    void names_that_differ_in_case_or_in_where_a_dot_stands_are_not_one() {
        assertThat(PostgresqlDump.objects(table("public", "Orders") + table("public", "orders")))
                .containsOnlyKeys("table public.Orders", "table public.orders");
        assertThat(PostgresqlDump.objects(table("a.b", "c") + table("a", "b.c")))
                .hasSize(2);
    }

    @Test
    void an_owner_of_a_view_is_given_to_a_table_or_to_a_view() {
        String heading = "-- Name: v; Type: VIEW; Schema: public; Owner: shop\n--\n\n";

        assertThat(PostgresqlDump.objects(heading + "ALTER TABLE public.v OWNER TO shop;\n"))
                .isEqualTo(PostgresqlDump.objects(heading + "ALTER VIEW public.v OWNER TO shop;\n"));
    }

    private static String table(String schema, String name) {
        return "-- Name: %s; Type: TABLE; Schema: %s; Owner: shop\n--\n\nCREATE TABLE %s;\n\n--\n"
                .formatted(name, schema, name);
    }

    @Test
    void the_grants_on_a_table_are_an_object_of_their_own_in_whichever_order_they_were_made() {
        String heading = "-- Name: TABLE pledges; Type: ACL; Schema: public; Owner: snowdrift\n--\n\n";
        String one = "GRANT SELECT ON TABLE public.pledges TO reporting;";
        String other = "GRANT INSERT ON TABLE public.pledges TO archiver;";

        assertThat(PostgresqlDump.objects(heading + one + "\n" + other + "\n"))
                .isEqualTo(PostgresqlDump.objects(heading + other + "\n" + one + "\n"))
                .containsOnlyKeys("acl public.table pledges");
    }

    @Test
    void line_ends_of_another_system_are_another_definition() {
        String unix =
                "-- Name: f(); Type: FUNCTION; Schema: public; Owner: app\n--\n\nCREATE FUNCTION f() AS $$\n  x\n$$;\n";
        Content was = function(unix);
        Content is = function(unix.replace("  x\n", "  x\r\n"));

        assertThat(ChangedDefinition.between(was, was)).isEmpty();
        assertThat(ChangedDefinition.between(was, is)).contains("was defined otherwise: \"x\" became \"x\\r\"");
    }

    private static Content function(String dump) {
        return new Content(0, PostgresqlDump.objects(dump).getOrDefault("function public.f()", ""));
    }
}
