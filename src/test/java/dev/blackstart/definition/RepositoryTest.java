package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepositoryTest {
    private final Definitions repository = DefinitionReader.read(List.of(Path.of("")));

    @Test
    void the_drills_and_environments_of_this_repository_have_no_problem() {
        assertThat(repository.problems()).map(Finding::render).isEmpty();
        assertThat(repository.environments())
                .map(EnvironmentDefinition::name)
                .contains("snowdrift", "community", "pitr");
        assertThat(repository.drills()).isNotEmpty();
    }

    @Test
    void the_broken_examples_of_the_tests_are_not_taken_for_drills_of_the_repository() {
        assertThat(repository.drills())
                .allSatisfy(drill -> assertThat(drill.file().startsWith("src")).isFalse());
    }
}
