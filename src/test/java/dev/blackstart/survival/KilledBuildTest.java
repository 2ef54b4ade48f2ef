package dev.blackstart.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
final class KilledBuildTest {
    private static final Duration ENGINE_NOTICES = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private final EngineView engine = new EngineView();

    @AfterEach
    void disconnect() throws IOException {
        engine.close();
    }

    @Test
    void a_run_that_is_killed_while_images_are_built_leaves_neither_image_nor_container_nor_file() throws IOException {
        Workplace workplace = Workplace.in(directory);
        String name = "survival-" + UUID.randomUUID().toString().substring(0, 8);
        // Long enough that nobody waits for its end, and easily told from others' processes.
        String slow = "sleep 611." + Math.floorMod(name.hashCode(), 1_000_000);
        try (Cli run = workplace.run(drillWithSlowBuild(name, slow).toString())) {
            await(run, () -> !engine.containersThatRun(slow).isEmpty());
            run.kill();
            Cli clean = workplace.clean();

            assertThat(clean.exitCode()).as(clean.output()).isZero();
            await(run, () -> engine.containersThatRun(slow).isEmpty());
            assertThat(engine.tags("blackstart/" + name)).isEmpty();
            assertThat(engine.leftOf(workplace.runs())).isEmpty();
            assertThat(workplace.litter()).isEmpty();
            assertThat(LastReport.of(run.run()).codes()).contains("run-killed");
        }
    }

    private static void await(Cli run, BooleanSupplier condition) {
        long deadline = System.nanoTime() + ENGINE_NOTICES.toNanos() * (run.alive() ? 6 : 1);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(run.output()).isLessThan(deadline);
            Cli.pause(Duration.ofMillis(50));
        }
    }

    /** The usual drill, in a copy of its environment whose hosts all have an image that takes very long. */
    private Path drillWithSlowBuild(String name, String slow) throws IOException {
        Path from = Path.of("environments/snowdrift");
        Path to = directory.resolve("environments").resolve(name);
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        rewrite(
                to.resolve("compose.yaml"),
                text -> text.replace("name: snowdrift\n\n", "name: " + name + "\n\n")
                        .replaceAll("build: images/\\w+", "build: images/standins"));
        Files.writeString(
                to.resolve("images/standins/Dockerfile"),
                "ARG BASE_IMAGE=debian:bookworm-slim\nFROM ${BASE_IMAGE}\nRUN " + slow + "\n");
        Path drill = directory.resolve(Workplace.DRILL);
        Files.createDirectories(drill.getParent());
        Files.copy(Path.of(Workplace.DRILL), drill);
        rewrite(drill, text -> text.replace("environment: snowdrift", "environment: " + name));
        return drill;
    }

    private static void rewrite(Path file, UnaryOperator<String> change) throws IOException {
        Files.writeString(file, change.apply(Files.readString(file)));
    }
}
