package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.blackstart.environment.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Discovery reads files and touches no container: every engine in here would fail the test if it were asked for. */
class DiscoveryTest {
    private final BlackstartEngine engine = new BlackstartEngine();

    @Test
    void each_drill_is_a_container_and_each_team_a_run_of_it() {
        TestDescriptor root = discover(selectDirectory("drills"));

        assertThat(root.getChildren())
                .extracting(TestDescriptor::getDisplayName)
                .containsExactlyInAnyOrder(
                        "A page of the history table is damaged",
                        "The database server is gone",
                        "The database server is gone, and nobody is left who can open the store",
                        "The database server is gone, and so is one admin",
                        "The primary site is gone, with the website and its database");
        assertThat(runsOf(root, "The database server is gone")).containsExactly("everybody is there");
        assertThat(runsOf(root, "The database server is gone, and so is one admin"))
                .containsExactlyInAnyOrder("without alice", "without bob", "without carol");
    }

    @Test
    void one_file_can_be_selected() {
        TestDescriptor root = discover(selectFile("drills/lost-database-server.drill.yaml"));

        assertThat(root.getChildren()).hasSize(1);
    }

    @Test
    void a_drill_is_found_again_by_its_unique_id() {
        UniqueId id = discover(selectFile("drills/lost-database-server.drill.yaml")).getChildren().stream()
                .findFirst()
                .orElseThrow()
                .getUniqueId();

        assertThat(discover(selectUniqueId(id)).getChildren())
                .extracting(TestDescriptor::getUniqueId)
                .containsExactly(id);
    }

    @Test
    void without_a_selector_nothing_is_run_by_chance() {
        assertThat(engine.discover(LauncherDiscoveryRequestBuilder.request().build(), UniqueId.forEngine("blackstart"))
                        .getChildren())
                .isEmpty();
    }

    @Test
    void a_broken_definition_is_a_test_that_fails(@TempDir Path directory) throws Exception {
        Path broken = Files.writeString(directory.resolve("broken.drill.yaml"), "title: [\n");
        Engine never = null;

        var results = EngineTestKit.engine(new BlackstartEngine())
                .selectors(selectFile(broken.toFile()))
                .execute();

        assertThat(never).isNull();
        assertThat(results.testEvents().failed().count()
                        + results.containerEvents().failed().count())
                .isPositive();
    }

    private TestDescriptor discover(DiscoverySelector selector) {
        return engine.discover(
                LauncherDiscoveryRequestBuilder.request().selectors(selector).build(),
                UniqueId.forEngine("blackstart"));
    }

    private static List<String> runsOf(TestDescriptor root, String drill) {
        return root.getChildren().stream()
                .filter(child -> child.getDisplayName().equals(drill))
                .flatMap(child -> child.getChildren().stream())
                .map(TestDescriptor::getDisplayName)
                .collect(Collectors.toList());
    }
}
