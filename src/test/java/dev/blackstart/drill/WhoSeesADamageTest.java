package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.EveryDamage;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.report.DetectionPage;
import dev.blackstart.report.DetectionTable;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damages are done one at a time, each to a replica of its own, and every detector of a drill is asked. */
class WhoSeesADamageTest {
    private static final String AMCHECK =
            "{ name: amcheck, service: db, run: check-pages, expect: invalid page, within: 60s }";

    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory));
    }

    @Test
    void each_detector_says_after_how_long_it_saw_it_or_that_it_did_not() throws IOException {
        detecting(AMCHECK, "{ name: page, http: { service: db, port: 8080, path: / }, every: 1s, within: 20s }");

        DetectionTable table = looked("the drill's own", "flipped-page");

        assertThat(table.onlookers()).containsExactlyInAnyOrder("the steady state", "amcheck", "page", "comparison");
        assertThat(table.rows()).hasSize(2).allSatisfy(row -> {
            assertThat(row.done()).hasValueSatisfying(what -> assertThat(what).contains("table orders"));
            assertThat(row.seen().get("amcheck")).isPresent();
            assertThat(row.seen().get("comparison")).isPresent();
            assertThat(row.seen().get("page")).isEmpty();
        });
        assertThat(table.neverSaw()).contains("page").doesNotContain("amcheck");
        assertThat(table.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void what_nobody_sees_is_a_failure_even_where_our_own_comparison_does() throws IOException {
        detecting("{ name: amcheck, service: db, run: echo all is well, expect: invalid page, within: 5s }");

        DetectionTable table = looked("flipped-page");

        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.seen().get("comparison")).isPresent();
            assertThat(row.noticed()).isFalse();
        });
        assertThat(table.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(new DetectionPage(table).lines())
                .contains("amcheck never saw anything, and was never seen to say yes")
                .anyMatch(line -> line.startsWith("flipped-page: nobody of yours saw it. db: "));
    }

    @Test
    void what_could_not_be_done_tells_nothing() throws IOException {
        DetectionTable table = looked("flipped-control");

        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.done()).isEmpty();
            assertThat(row.why()).isNotBlank();
        });
        assertThat(table.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_detector_that_speaks_before_the_damage_is_no_evidence() throws IOException {
        detecting("{ name: amcheck, service: db, run: echo an invalid page, expect: invalid page, within: 5s }");

        DetectionTable table = looked("flipped-page");

        assertThat(table.rows())
                .singleElement()
                .satisfies(
                        row -> assertThat(row.why()).contains("\"amcheck\" is no evidence: it said: an invalid page"));
        assertThat(table.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_probe_that_was_down_before_the_damage_has_not_seen_it() throws IOException {
        List<Entry> journal = new ArrayList<>(journal("flipped-page"));
        int began = journal.indexOf(journal.stream()
                .filter(entry -> entry.event() instanceof Event.SteadyStateHeld)
                .findFirst()
                .orElseThrow());
        Entry held = journal.get(began);
        journal.add(
                began,
                new Entry(held.at(), held.wall(), held.attempt(), new Event.ProbeTurned("the kiosk", false, "503")));

        assertThat(DetectionTable.of(journal).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.seen().get("the steady state")).isEmpty());
    }

    @Test
    void nobody_is_said_to_have_seen_nothing_where_an_engine_that_died_kept_them_from_looking() throws IOException {
        List<Entry> journal = new ArrayList<>(journal("flipped-page"));
        journal.removeIf(entry -> entry.event() instanceof Event.Detected);
        Entry damaged = journal.stream()
                .filter(entry -> entry.event() instanceof Event.Damaged)
                .findFirst()
                .orElseThrow();
        journal.add(
                journal.indexOf(damaged) + 1,
                new Entry(
                        damaged.at(),
                        damaged.wall(),
                        damaged.attempt(),
                        new Event.Untold(
                                UntoldCode.ENGINE,
                                "the engine is gone",
                                rehearsal.kiosk().drill(Path.of(Kiosk.DAMAGED)).place(),
                                "start it")));

        DetectionTable table = DetectionTable.of(journal);

        assertThat(table.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(new DetectionPage(table).lines())
                .anyMatch(line -> line.startsWith("flipped-page could not be looked at, and tells nothing: the engine"))
                .noneMatch(line -> line.contains("nobody of yours saw it"));
    }

    @Test
    void nobody_recovers_and_nothing_is_left() throws IOException {
        List<Entry> journal = journal("flipped-page");

        assertThat(journal)
                .filteredOn(entry -> entry.event() instanceof Event.StepStarted)
                .extracting(Entry::attempt)
                .containsOnly("commission");
        assertThat(journal)
                .filteredOn(entry -> entry.event() instanceof Event.CleanedUp)
                .singleElement()
                .satisfies(entry -> assertThat(entry.attempt()).isEqualTo("flipped-page"));
    }

    @Test
    void the_table_is_written_for_people_and_for_scripts() throws IOException {
        new DetectionPage(looked("flipped-page")).write(directory);

        assertThat(directory.resolve(DetectionPage.MARKDOWN))
                .content()
                .contains("| damage | ", "| flipped-page | ", "| Blackstart's comparison |", " | seen |");
        assertThat(scripts()).contains("\"verdict\" : \"PASSED\"", "\"by\" : \"amcheck\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flipped-page", "flipped-control"})
    void what_scripts_read_fits_its_published_schema(String damage) throws IOException {
        new DetectionPage(looked(damage)).write(directory);

        assertThat(schema().validate(scripts(), InputFormat.JSON)).isEmpty();
        assertThat(schema().validate(scripts().replaceFirst("\"told\"", "\"heard\""), InputFormat.JSON))
                .hasSize(2);
    }

    @Test
    void scripts_hear_what_kept_all_of_it_from_being_done() throws IOException {
        new DetectionPage(new DetectionTable("d", List.of("amcheck"), List.of(), List.of("the engine is gone")))
                .write(directory);

        assertThat(schema().validate(scripts(), InputFormat.JSON)).isEmpty();
        assertThat(scripts()).contains("the engine is gone", "\"verdict\" : \"INCONCLUSIVE\"");
    }

    private String scripts() throws IOException {
        return Files.readString(directory.resolve(DetectionPage.JSON));
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/detections.schema.json")));
    }

    @Test
    void what_asks_for_more_than_is_given_is_left_out_and_said_so() {
        DrillDefinition drill = rehearsal.kiosk().drill(Path.of(Kiosk.DAMAGED));

        EveryDamage without = EveryDamage.of(drill, Map.of());
        EveryDamage with = EveryDamage.of(drill, Map.of("table", "orders", "index", "orders_pkey"));

        assertThat(without.damages())
                .containsKeys("the drill's own", "emptied-wal")
                .doesNotContainKey("zeroed-page");
        assertThat(without.leftOut()).contains("zeroed-page", "flipped-index", "sql");
        assertThat(with.damages()).containsKeys("zeroed-page", "flipped-index").doesNotContainKey("sqlite-page");
        assertThat(with.leftOut()).containsExactlyInAnyOrder("run", "sql");
    }

    private void detecting(String... detectors) throws IOException {
        rehearsal.kiosk().replace(Kiosk.DAMAGED, AMCHECK, String.join("\n  - ", detectors));
    }

    private DetectionTable looked(String... names) throws IOException {
        return DetectionTable.of(journal(names));
    }

    private List<Entry> journal(String... names) throws IOException {
        EveryDamage every = EveryDamage.of(rehearsal.kiosk().drill(Path.of(Kiosk.DAMAGED)), Map.of("table", "orders"));
        Map<String, DrillDefinition> chosen = new LinkedHashMap<>(every.damages());
        chosen.keySet().retainAll(List.of(names));
        assertThat(chosen).hasSize(names.length);
        return rehearsal.look(Kiosk.DAMAGED, chosen);
    }
}
