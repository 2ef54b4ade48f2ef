package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.machine.Command;
import dev.blackstart.testing.ThisMachine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that really run, and what they say before and after. */
class ACommandTest {
    private static final String MARK = "bs00000001";

    @TempDir
    private Path directory;

    private ThisMachine machine;

    @BeforeEach
    void make() {
        machine = new ThisMachine(directory);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one\\t1\\n               | one\\t1                    |",
                "one\\t1\\ntwo\\t2\\n     | two\\t2\\none\\t1\\n        |",
                "one\\t1\\n               | one\\t2\\n                 | value one was 1, is 2",
                "one\\t1\\n               | one\\t\\n                  | value one was 1, is nothing",
                "one\\ta\\tb\\n           | one\\ta\\tc\\n             | value one was a\tb, is a\tc",
                "one\\t1\\ntwo\\t2\\n     | one\\t1\\n                 | value two is missing",
                "one\\t1\\n               | one\\t1\\ntwo\\t2\\n       | value two was not there before (no data is lost)",
                "one\\t\\xff\\n           | one\\t\\xfe\\n              | value one was \\xff, is \\xfe",
                "one\\tgrün\\n            | one\\tgr\\xc3\\xbcn\\n      |",
                "db_password\\thunter2\\n | db_password\\thunter3\\n   | value db_password is another one",
                "url\\thttp://x/?token=a  | url\\thttp://x/?token=b    | value url was http://x/?token=(hidden), is http://x/?token=(hidden)",
            })
    void each_value_has_to_be_as_it_was(String before, String after, String difference) {
        assertThat(differences(print(before), print(after)))
                .isEqualTo(difference == null ? List.of() : List.of(difference));
    }

    @Test
    void of_a_long_value_the_digest_is_shown() {
        assertThat(differences("printf 'one\\t%0500d' 0", "printf 'one\\t%0501d' 0"))
                .singleElement()
                .asString()
                .matches("value one was a text of 500 characters \\(SHA-256 [0-9a-f]{64}\\),"
                        + " is a text of 501 characters \\(SHA-256 [0-9a-f]{64}\\)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "printf 'one\\t1\\n'; exit 3             | ends with exit code 3, and tells nothing",
                "kill -9 $$                              | ends with exit code 137, and tells nothing",
                "no-such-command                         | ends with exit code 127, and tells nothing",
                "true                                    | says nothing",
                "printf 'one\\t1\\n\\nend\\t0\\n'; exit 1 | ends with exit code 1, and tells nothing",
                "printf 'one\\t1\\n\\nend\\t0\\n' | does not say NAME<TAB>VALUE in line 2",
                "echo                                    | says nothing",
                "printf 'one\\t1\\nno value here\\n'     | does not say NAME<TAB>VALUE in line 2",
                "printf '\\t1\\n'                        | does not say NAME<TAB>VALUE in line 1",
                "printf 'one\\t1\\ntwo\\t2\\none\\t1\\n' | says one twice, the second time in line 3",
            })
    void a_command_that_tells_nothing_is_no_baseline_and_a_difference_afterwards(String run, String fault) {
        assertThatThrownBy(() -> state(run).fingerprint(machine, MARK))
                .isInstanceOf(StateException.class)
                .hasMessage("command it on db tells nothing")
                .extracting(e -> ((StateException) e).detail())
                .isEqualTo(fault);
        assertThat(differences("printf 'one\\t1'", run)).containsExactly("command it " + fault);
    }

    @Test
    void what_the_workload_wrote_is_left_out() {
        assertThat(differences("printf 'one\\t1\\n'", "printf 'one\\t1\\nlast\\torder " + MARK + "\\n'"))
                .isEmpty();
    }

    @Test
    void it_runs_as_the_user_who_is_declared() {
        new CommandState("it", "printf 'one\\t1'", "app").fingerprint(machine, MARK);

        assertThat(machine.commands()).extracting(Command::user).containsExactly("app");
    }

    @Test
    void values_are_counted() {
        CommandState state = state("printf 'one\\t1\\ntwo\\t2\\n'");

        assertThat(state.counts(state.fingerprint(machine, MARK)))
                .containsOnlyKeys("values")
                .containsValue(2L);
    }

    private static String print(String text) {
        return "printf '" + text + "'";
    }

    private List<String> differences(String before, String after) {
        return state(before)
                .differences(
                        state(before).fingerprint(machine, MARK), state(after).remains(machine, MARK))
                .stream()
                .map(difference -> difference.object() + " " + difference.what())
                .toList();
    }

    private static CommandState state(String run) {
        return new CommandState("it", run, "root");
    }
}
