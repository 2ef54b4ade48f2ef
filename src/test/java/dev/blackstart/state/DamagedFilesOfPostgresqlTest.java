package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.machine.Outcome;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a real server, without checksums, shows of each damage to its files. */
@Tag(RealTools.TAG)
class DamagedFilesOfPostgresqlTest {
    private static final Pattern PAGE = Pattern.compile("page (\\d+) of the (\\d+) pages");

    private static DamagedPostgres db;

    @BeforeAll
    static void make() {
        db = new DamagedPostgres()
                .with("zeroed", "again", "twice", "cut", "torn", "gone", "indexed", "pointed", "made", "frozen");
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @Test
    void a_page_of_zeros_takes_its_rows_and_no_tool_says_a_word() {
        Damage.Seen seen = db.strike(7, "zeroed-page", Map.of("table", "zeroed"));

        assertThat(seen.what())
                .startsWith("db: 8192 bytes overwritten with zeros at offset " + 8192L * page(seen) + " of ")
                .endsWith("of table zeroed, which no buffer held");
        assertThat(rows("zeroed")).isBetween(DamagedPostgres.ROWS - 60, DamagedPostgres.ROWS - 30);
        assertThat(amcheck("zeroed").succeeded()).isTrue();
    }

    @Test
    void a_seed_repeats_it() {
        assertThat(page(db.strike(7, "zeroed-page", Map.of("table", "again"))))
                .isEqualTo(page(db.strike(7, "flipped-page", Map.of("table", "twice"))))
                .isNotEqualTo(page(db.strike(8, "zeroed-page", Map.of("table", "twice"))));
    }

    @Test
    void a_file_that_is_cut_between_two_pages_is_a_shorter_table() throws IOException {
        Damage.Seen seen = db.strike(1, "truncated-table", Map.of("table", "cut", "cut", "between-pages"));

        long page = page(seen);
        assertThat(Files.size(file("cut"))).isEqualTo(page * 8192);
        assertThat(seen.what()).contains(" to " + page * 8192 + " bytes, at page " + page);
        assertThat(rows("cut")).isLessThan(DamagedPostgres.ROWS * 3 / 4 + 60);
        assertThat(amcheck("cut").succeeded()).isTrue();
    }

    @Test
    void a_file_that_is_cut_within_a_page_ends_there() throws IOException {
        Damage.Seen seen = db.strike(1, "truncated-table", Map.of("table", "torn", "cut", "within-page"));

        assertThat(Files.size(file("torn")) / 8192).isEqualTo(page(seen));
        assertThat(Files.size(file("torn")) % 8192).isPositive();
    }

    @Test
    void the_file_of_a_table_is_gone_for_whoever_opens_it_now() {
        Damage.Seen seen = db.strike(1, "deleted-table-file", Map.of("table", "gone"));

        assertThat(seen.what()).contains("deleted, the 122 pages of table gone");
        assertThatThrownBy(() -> rows("gone")).hasMessageContaining("could not open file");
        assertThat(amcheck("gone").out()).contains("could not open file");
    }

    @Test
    void an_index_that_is_flipped_is_found_only_by_who_looks_for_each_row() {
        db.strike(1, "flipped-index", Map.of("index", "indexed_pkey"));

        assertThat(rows("indexed")).isEqualTo(DamagedPostgres.ROWS);
        assertThat(db.tool("pg_amcheck", "--heapallindexed", "--table=indexed", "shop")
                        .succeeded())
                .isFalse();
    }

    @Test
    void line_pointers_and_row_headers_are_flipped_where_they_lie() {
        Damage.Seen pointers = db.strike(1, "flipped-page", Map.of("table", "pointed", "part", "line-pointers"));
        Damage.Seen header = db.strike(1, "flipped-page", Map.of("table", "made", "part", "row-header"));

        assertThat(pointers.what()).contains("16 bytes flipped at offset " + (8192L * page(pointers) + 24));
        assertThat(pointers.what()).contains(": the line pointers of page ");
        assertThat(header.what()).contains("4 bytes flipped at offset ").contains(": the first row's xmin in page ");
        assertThat(amcheck("pointed").out()).contains("line pointer");
        assertThat(amcheck("made").out()).contains("xmin");
        assertThat(new PostgresqlState(Optional.of("shop"), PostgresqlServer.USUAL)
                        .remains(db.server(), "none")
                        .of(PostgresqlDifferences.UNSOUND))
                .containsKey("rows of table public.made in database shop")
                .doesNotContainKey("rows of table public.indexed in database shop");
    }

    @Test
    void nobody_asks_who_made_a_row_that_is_frozen() {
        db.sql("vacuum (freeze) frozen");
        db.server().restart();

        assertThatThrownBy(() -> db.strike(1, "flipped-page", Map.of("table", "frozen", "part", "row-header")))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining("the first row of its page is frozen");
    }

    @Test
    void what_is_no_table_or_no_index_is_not_damaged_as_one() {
        assertThatThrownBy(() -> db.strike(1, "zeroed-page", Map.of("table", "indexed_pkey")))
                .hasMessage("the pages of table indexed_pkey cannot be found: there is no such thing");
        assertThatThrownBy(() -> db.strike(1, "flipped-index", Map.of("index", "indexed")))
                .hasMessage("the pages of index indexed cannot be found: there is no such thing");
        assertThatThrownBy(() -> db.strike(1, "zeroed-page", Map.of("table", "nothing")))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining("relation \"nothing\" does not exist");
    }

    @Test
    void nobody_connects_to_a_database_whose_map_is_gone() {
        try (DamagedPostgres other = new DamagedPostgres()) {
            Damage.Seen seen = other.strike(1, "deleted-filenode-map", Map.of());

            assertThat(seen.what()).endsWith("pg_filenode.map deleted");
            assertThatThrownBy(() -> other.sql("select 1")).hasMessageContaining("pg_filenode.map");
            assertThat(other.server().sql("postgres", "select 1")).isEqualTo("1\n");
        }
    }

    private static long rows(String table) {
        return Long.parseLong(db.sql("select count(note) from " + table));
    }

    private static Outcome amcheck(String table) {
        return db.tool("pg_amcheck", "--table=" + table, "shop");
    }

    private static Path file(String table) {
        return Path.of(
                db.sql("select current_setting('data_directory') || '/' || pg_relation_filepath('" + table + "')"));
    }

    private static long page(Damage.Seen seen) {
        Matcher page = PAGE.matcher(seen.what());
        assertThat(page.find()).as(seen.what()).isTrue();
        return Long.parseLong(page.group(1));
    }
}
