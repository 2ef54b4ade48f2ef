package dev.blackstart.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BuildOnFirstUseTest {
    @TempDir
    Path directory;

    Checkout checkout;

    @BeforeEach
    void check_out() throws IOException {
        checkout = new Checkout(directory);
    }

    @Test
    void the_first_launch_builds_and_the_second_one_does_not() throws Exception {
        var first = checkout.run("validate");
        var second = checkout.run("validate");

        assertThat(first.errors()).isEqualTo("blackstart: building, on first use\n");
        assertThat(second.errors()).isEmpty();
        assertThat(List.of(first.exitCode(), second.exitCode())).containsOnly(0);
        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void a_changed_source_is_built_again() throws Exception {
        checkout.run("validate");
        checkout.changeSources();

        assertThat(checkout.run("validate").errors()).isEqualTo("blackstart: building, as the sources have changed\n");
        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void a_deleted_source_is_built_again() throws Exception {
        checkout.changeSources();
        checkout.run("validate");
        Files.delete(checkout.root.resolve("src/main/Changed.java"));
        checkout.run("validate");

        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void a_source_that_changed_during_the_build_is_built_next_time() throws Exception {
        checkout.with(
                "mvn",
                "echo built >>\"$HOME/builds\"; mkdir -p target/lib\n"
                        + ": >target/blackstart.jar; : >target/lib/library.jar; : >src/main/Late.java\n"
                        // A file's time moves in ticks of some milliseconds, and this build takes less.
                        + "for begun in target/launcher/*-*/current; do\n"
                        + "    until find src/main/Late.java -newer \"$begun\" | grep -q .; do : >src/main/Late.java; done\n"
                        + "done");
        checkout.run("validate");
        checkout.run("validate");

        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void two_launches_at_once_build_once() throws Exception {
        checkout.with(
                "mvn",
                "echo built >>\"$HOME/builds\"; cat \"$HOME/gate\"; mkdir -p target/lib\n"
                        + ": >target/blackstart.jar; : >target/lib/library.jar");
        Path gate = pipe();
        Process first = checkout.start(checkout.root.resolve("blackstart"), "validate");
        await().until(() -> checkout.builds() == 1);
        Process second = checkout.start(checkout.root.resolve("blackstart"), "validate");
        assertThat(second.errorReader().readLine()).isEqualTo("blackstart: another one is building; waiting for it");
        Files.writeString(gate, "go");

        assertThat(checkout.finish(first).exitCode()).isZero();
        assertThat(checkout.finish(second).exitCode()).isZero();
        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void a_build_that_fails_shows_the_end_of_its_log() throws Exception {
        checkout.with("mvn", "echo '[ERROR] Main.java:[7] missing semicolon'; exit 1");
        var outcome = checkout.run("validate");

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.errors())
                .contains("  | [ERROR] Main.java:[7] missing semicolon\n")
                .contains("blackstart: the build failed\n  HINT: read ");
    }

    @Test
    void an_interrupted_build_ends_with_its_maven() throws Exception {
        checkout.with("mvn", "echo $$ >\"$HOME/maven\"; exec sleep 60");
        Process launcher = checkout.start(checkout.root.resolve("blackstart"), "validate");
        Path maven = checkout.home.resolve("maven");
        await().until(() -> Files.exists(maven) && Files.size(maven) > 0);
        launcher.toHandle().destroy();

        assertThat(checkout.finish(launcher).exitCode()).isEqualTo(130);
        long process = Long.parseLong(Files.readString(maven).strip());
        await().atMost(Duration.ofSeconds(5))
                .until(() ->
                        ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void a_program_that_still_runs_keeps_its_jars_when_the_sources_are_built_again() throws Exception {
        Path gate = pipe();
        Process running = checkout.start(checkout.root.resolve("blackstart"), "wait");
        assertThat(running.inputReader().readLine()).startsWith("pid=");
        Path jars = copies().get(0);
        checkout.changeSources();
        checkout.run("validate");

        assertThat(jars.resolve("blackstart.jar")).exists();
        assertThat(copies()).hasSize(2);

        Files.writeString(gate, "go");
        checkout.finish(running);
        checkout.changeSources();
        checkout.run("validate");
        assertThat(copies()).hasSize(1).doesNotContain(jars);
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> entries = Files.list(checkout.root.resolve("target/launcher"))) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    private Path pipe() throws IOException, InterruptedException {
        Path gate = checkout.home.resolve("gate");
        new ProcessBuilder("mkfifo", gate.toString()).start().waitFor();
        return gate;
    }
}
