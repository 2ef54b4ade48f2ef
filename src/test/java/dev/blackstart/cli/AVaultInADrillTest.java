package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AVaultInADrillTest {
    private static final Path GOOD = Path.of("src/test/resources/definitions/good");
    private static final Path VAULT = Path.of("src/test/resources/definitions/broken/store-that-no-drill-can-open");

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void document_a_vault() throws IOException {
        lay(GOOD);
        lay(VAULT);
    }

    @Test
    void a_drill_is_refused_before_anything_is_started() {
        assertThat(call("run", directory.resolve("drills").toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("secrets.yaml:9:3: no drill can bring the store \"vault\" to life");
    }

    @Test
    void it_is_not_valid() {
        assertThat(call("validate", directory.resolve("drills").toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .containsPattern("HINT: Keep what this system is rebuilt with in a store of kind .*openpgp");
    }

    @Test
    void who_can_open_what_is_told_all_the_same() {
        String environment = directory.resolve("environments/shop").toString();

        assertThat(call("access", environment, "--without", "alice")).isEqualTo(ExitCode.PASSED);
        assertThat(out.toString()).contains("offsite-login").contains("lost-database");
    }

    private int call(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private void lay(Path source) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = directory.resolve(source.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
