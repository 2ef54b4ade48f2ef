package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamTest {
    private static final Set<String> EVERYBODY = Set.of("alice", "bob", "carol", "dave");

    @Test
    void everybody_survives_where_no_disaster_takes_people() {
        assertThat(teams("lost-database-server")).containsExactly(new Team(EVERYBODY, Set.of()));
    }

    @Test
    void each_admin_in_turn_is_a_team_of_its_own() {
        assertThat(teams("lost-admin"))
                .containsExactly(
                        new Team(Set.of("bob", "carol", "dave"), Set.of("alice")),
                        new Team(Set.of("alice", "carol", "dave"), Set.of("bob")),
                        new Team(Set.of("alice", "bob", "dave"), Set.of("carol")));
    }

    @Test
    void whom_a_disaster_takes_is_no_survivor() {
        assertThat(teams("lost-everybody")).containsExactly(new Team(Set.of("dave"), Set.of("alice", "bob", "carol")));
    }

    @Test
    void everybody_back_loses_nobody() {
        assertThat(teams("lost-everybody").get(0).everybodyBack()).isEqualTo(new Team(EVERYBODY, Set.of()));
    }

    private static List<Team> teams(String drill) {
        return Team.of(DefinitionReader.read(List.of(Path.of("drills/" + drill + ".drill.yaml")))
                .drills()
                .get(0));
    }
}
