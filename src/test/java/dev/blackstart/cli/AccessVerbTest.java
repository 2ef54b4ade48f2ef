package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AccessVerbTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_only_environment_need_not_be_named() {
        assertThat(access()).isZero();
        assertThat(out.toString()).contains("11 secrets");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void an_environment_is_its_name_its_directory_or_its_inventory() {
        assertThat(access("snowdrift")).isZero();
        assertThat(access("environments/snowdrift")).isZero();
        assertThat(access("environments/snowdrift/secrets.yaml")).isZero();
    }

    @Test
    void a_mistyped_environment_is_bad_usage_with_a_guess() {
        assertThat(access("snowdrif")).isEqualTo(64);
        assertThat(err.toString()).isEqualTo("""
                        blackstart: unknown environment "snowdrif"; did you mean "snowdrift"?
                          HINT: name one of: snowdrift; or a directory that holds a secrets.yaml.
                        """);
    }

    @Test
    void a_mistyped_person_is_bad_usage_with_a_guess() {
        assertThat(access("--without", "alice,bop")).isEqualTo(64);
        assertThat(err.toString()).contains("unknown person \"bop\"; did you mean \"bob\"?", "  HINT: ");
    }

    @Test
    void a_bus_factor_below_the_wanted_one_fails() {
        assertThat(access("--at-least", "3")).isZero();
        assertThat(access("--at-least", "4")).isEqualTo(1);
        assertThat(out.toString()).contains("bus-factor-low");
    }

    @Test
    void a_wanted_bus_factor_below_one_is_bad_usage() {
        assertThat(access("--at-least", "0")).isEqualTo(64);
        assertThat(access("--at-least", "two")).isEqualTo(64);
    }

    @Test
    void a_page_whose_secrets_cannot_be_told_is_never_green() throws Exception {
        Files.createDirectories(directory.resolve("runbooks"));
        Files.writeString(directory.resolve("secrets.yaml"), """
                people: { alice: {}, bob: {} }
                stores: { pass: { kind: openpgp, path: store, openedBy: { anyOf: [alice, bob] } } }
                secrets: { login: { purpose: lets us in, store: pass } }
                """);
        Files.writeString(directory.resolve("runbooks/restore.md"), "# Restore\n\n```sh\npass show \"$wanted\"\n```\n");

        assertThat(access(directory.toString())).isZero();
        assertThat(access(directory.toString(), "--at-least", "2")).isEqualTo(2);
    }

    @Test
    void a_broken_inventory_is_told_of_with_its_place() throws Exception {
        Files.writeString(directory.resolve("secrets.yaml"), "people: { alice: {} }\nsecrets: 7\n");

        assertThat(access(directory.toString())).isEqualTo(64);
        assertThat(err.toString()).contains("secrets.yaml:2:", "  HINT: ");
    }

    @Test
    void without_some_people_the_drills_that_stay_possible_are_named() {
        assertThat(access("--without", "alice,bob")).isZero();
        assertThat(out.toString()).contains("possible   lost-database-server", "stuck      lost-admin");
    }

    private int access(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "access";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return line.execute(all);
    }
}
