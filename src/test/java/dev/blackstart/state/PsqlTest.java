package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.machine.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PsqlTest {
    @ParameterizedTest
    @ValueSource(strings = {"select 1", "\\! touch /tmp/here", "\\copy t from program 'id'", "select 1 \\g |id"})
    void what_somebody_else_wrote_goes_to_the_server_and_is_no_command_of_psql(String query) {
        Command command = new Psql("shop").sql(query);

        int at = command.arguments().indexOf("-c");
        String sent = command.arguments().get(at + 1);
        assertThat(sent.strip()).isEqualTo(query);
        assertThat(sent).doesNotStartWith("\\");
        assertThat(command.input()).isEmpty();
        assertThat(command.arguments()).doesNotContain("-f").hasSize(at + 2);
    }

    @Test
    void our_own_scripts_come_by_standard_input() {
        assertThat(new Psql("shop").command("table=t").arguments()).endsWith("-v", "table=t", "-f", "-");
    }
}
