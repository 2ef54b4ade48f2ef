package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.kind.Parameters;
import dev.blackstart.machine.Command;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PsqlTest {
    @ParameterizedTest
    @ValueSource(strings = {"select 1", "\\! touch /tmp/here", "\\copy t from program 'id'", "select 1 \\g |id"})
    void what_somebody_else_wrote_goes_to_the_server_and_is_no_command_of_psql(String query) {
        Command command = new Psql(PostgresqlServer.USUAL, "shop").sql(query);

        int at = command.arguments().indexOf("-c");
        String sent = command.arguments().get(at + 1);
        assertThat(sent.strip()).isEqualTo(query);
        assertThat(sent).doesNotStartWith("\\");
        assertThat(command.input()).isEmpty();
        assertThat(command.arguments()).doesNotContain("-f").hasSize(at + 2);
    }

    @Test
    void our_own_scripts_come_by_standard_input() {
        assertThat(new Psql(PostgresqlServer.USUAL, "shop").command("table=t").arguments())
                .endsWith("-v", "table=t", "-f", "-");
    }

    @Test
    void another_server_is_asked_where_it_is_and_as_whom_it_knows() {
        Parameters parameters = key ->
                Optional.ofNullable(Map.of("name", "shop", "user", "pgadmin", "socket", "/run/second", "port", "5433")
                        .get(key));
        PostgresqlState state = PostgresqlState.read(parameters).orElseThrow();

        Command command = state.psql().command();

        assertThat(command.user()).isEqualTo("pgadmin");
        assertThat(command.environment())
                .isEqualTo(Map.of("PGUSER", "pgadmin", "PGHOST", "/run/second", "PGPORT", "5433"));
        assertThat(new Psql(PostgresqlServer.USUAL, "shop").command().environment())
                .isEmpty();
    }
}
