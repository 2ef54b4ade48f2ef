package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.access.Access;
import dev.blackstart.access.Choice;
import dev.blackstart.access.Numbers;
import dev.blackstart.access.SecretAccess;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Inventory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the pages show of {@code blackstart access} is what it prints. */
class TheAccessPagesTest {
    private static final Path README = Path.of("README.md");
    private static final Path PAGE = Path.of("docs/access.md");
    private static final Pattern RUN =
            Pattern.compile("```text\\n\\$ \\./blackstart (access[^\\n]*)\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern SHOWN =
            Pattern.compile("<!-- (docs/access/\\S+) -->\\n```yaml\\n(.*?)```", Pattern.DOTALL);

    static Stream<Arguments> runs() throws IOException {
        return Stream.of(README, PAGE)
                .flatMap(page ->
                        RUN.matcher(text(page)).results().map(run -> Arguments.of(page, run.group(1), run.group(2))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("runs")
    void every_run_that_is_shown_prints_what_is_shown(Path page, String command, String shown) {
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.execute(command.split(" "));

        assertThat(out.toString().strip()).isEqualTo(shown.strip());
    }

    @Test
    void every_inventory_that_is_shown_is_the_file() {
        assertThat(SHOWN.matcher(text(PAGE)).results()).hasSize(4).allSatisfy((MatchResult shown) -> {
            String file = text(Path.of(shown.group(1)));
            assertThat(file.substring(file.indexOf('\n') + 1)).isEqualTo(shown.group(2));
        });
    }

    @Test
    void of_the_ten_ways_to_lose_three_of_five_the_box_leaves_three() {
        Inventory inventory = DefinitionReader.readDocuments(Path.of("docs/access/safe-deposit-box"))
                .environments()
                .get(0)
                .inventory();
        Numbers backups = Access.of(inventory).answer().secretAccess().stream()
                .filter(secret -> secret.name().equals("backup-passphrase"))
                .map(SecretAccess::numbers)
                .findFirst()
                .orElseThrow();

        assertThat(backups.busFactor().size().toString()).isEqualTo("3");
        assertThat(backups.cutSets().listed().stream()
                        .filter(cut -> cut.size() == 3)
                        .map(Choice::count)
                        .reduce(BigInteger.ZERO, BigInteger::add))
                .isEqualTo(BigInteger.valueOf(3));
    }

    @Test
    void the_readme_shows_it_before_any_drill() {
        assertThat(text(README)).containsSubsequence("$ ./blackstart access", "./blackstart --setup run");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
