package dev.blackstart.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.blackstart.testing.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/** Discovery reads files and touches no container. */
class DiscoveryTest {
    private static final String DRILL = "drills/lost-admin.drill.yaml";

    private final BlackstartEngine engine = new BlackstartEngine();

    @Test
    void each_drill_is_a_container_and_each_team_a_run_of_it() {
        TestDescriptor root = discover(selectDirectory("drills"));

        assertThat(root.getChildren())
                .extracting(TestDescriptor::getDisplayName)
                .containsExactlyInAnyOrder(
                        "An attacker deletes the newest backups and the database server",
                        "A page of the history table is damaged",
                        "The backups have stopped, and everything else goes on",
                        "The database server is gone",
                        "The database server is gone, and its newest backups are rotten",
                        "The database server is gone, and as many people as can be spared, or one more",
                        "The database server is gone, and nobody is left who can open the store",
                        "The database server is gone, and so is one admin",
                        "The forum's pictures are gone, and its rows still name them",
                        "The forum's server is gone, with its database and its uploads",
                        "The mail is encrypted in place",
                        "The primary site is gone, with the website and its database",
                        "The server of the wiki and the mail is gone",
                        "The vault's server is gone, and of those with a share one is left",
                        "The vault's server is gone, and two of three bring it back",
                        "The website's server is gone, and its secrets come from the vault",
                        "Half a migration makes the history wrong",
                        "An update without its WHERE takes the token of every pledge");
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
    void a_broken_definition_is_a_test(@TempDir Path directory) throws Exception {
        Path broken = Files.writeString(directory.resolve("broken.drill.yaml"), "title: [\n");

        assertThat(discover(selectFile(broken.toFile())).getChildren())
                .extracting(TestDescriptor::getDisplayName)
                .containsExactly("the definitions are whole");
    }

    @Test
    void one_run_that_is_selected_brings_none_of_its_siblings() {
        TestDescriptor alice = run("without alice");

        TestDescriptor root = discover(selectUniqueId(alice.getUniqueId()));

        assertThat(runsOf(root, "The database server is gone, and so is one admin"))
                .containsExactly("without alice");
    }

    @Test
    void a_control_is_selected_by_the_run_that_it_follows_from() {
        UniqueId control = run("without bob").getUniqueId().append("control", "without a backup");

        TestDescriptor root = discover(selectUniqueId(control));

        assertThat(runsOf(root, "The database server is gone, and so is one admin"))
                .containsExactly("without bob");
    }

    @Test
    void drills_and_runs_say_where_they_stand_in_their_file() throws Exception {
        TestDescriptor run = run("without carol");

        List<String> lines = Files.readAllLines(Path.of(DRILL));
        assertThat(lines.get(line(run) - 1)).startsWith("recovery:");
        assertThat(lines.get(line(run.getParent().orElseThrow()) - 1)).startsWith("title:");
    }

    @Test
    void what_is_doubtful_in_a_definition_is_told_to_the_platform(@TempDir Path directory) throws Exception {
        Workspace.copyTo(directory, directory.resolve("cache"));
        Files.writeString(directory.resolve(Workspace.ENVIRONMENT + "/runbooks/unused.md"), "# Unused\n");
        List<DiscoveryIssue> issues = new ArrayList<>();

        engine.discover(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectDirectory(directory.toFile()))
                        .listeners(new LauncherDiscoveryListener() {
                            @Override
                            public void issueEncountered(UniqueId id, DiscoveryIssue issue) {
                                issues.add(issue);
                            }
                        })
                        .build(),
                UniqueId.forEngine("blackstart"));

        assertThat(issues).extracting(DiscoveryIssue::severity).containsOnly(DiscoveryIssue.Severity.WARNING);
        assertThat(issues).anySatisfy(issue -> {
            assertThat(issue.message())
                    .contains("warning: no drill uses 7 runbooks")
                    .contains("unused.md");
            assertThat(issue.source()).isPresent();
        });
    }

    private TestDescriptor run(String name) {
        return discover(selectFile(DRILL)).getChildren().stream()
                .flatMap(drill -> drill.getChildren().stream())
                .filter(run -> run.getDisplayName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int line(TestDescriptor descriptor) {
        return ((FileSource) descriptor.getSource().orElseThrow())
                .getPosition()
                .orElseThrow()
                .getLine();
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
