package dev.blackstart.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.commission.BaseSecrets;
import dev.blackstart.environment.Base;
import dev.blackstart.secret.Leak;
import dev.blackstart.secret.SecretScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run that is watched by others, from the commissioning to the last control. */
@Tag("container")
final class LiveRunTest {
    @TempDir
    private Path directory;

    private final EngineView engine = new EngineView();

    @AfterEach
    void disconnect() throws IOException {
        engine.close();
    }

    @Test
    void a_clean_beside_a_live_run_leaves_it_alone_and_nobody_who_looks_around_finds_a_secret() throws IOException {
        Workplace workplace = Workplace.in(directory).withOwnCache();
        try (Cli run = workplace.runWith(List.of(), Workplace.DRILL)) {
            run.awaitLines(1);
            try (Spy spy = Spy.on(run.run(), engine)) {
                run.awaitJournal("\"struck\"");
                assertThat(run.alive()).as(run.output()).isTrue();
                leavesAlone(workplace.clean(), run);

                int exitCode = run.exitCode();
                findsNothing(scan(workplace), spy.seen(), workplace);
                assertThat(engine.leftOf(workplace.runs())).isEmpty();
                // First, or a run that ended early would only show as one that little was seen of.
                assertThat(exitCode).as(run.output()).isZero();
                assertThat(LastReport.of(run.run()).verdict()).isEqualTo("PASSED");
                sawEnough(spy.seen());
            }
        }
    }

    private static void leavesAlone(Cli clean, Cli run) {
        String name = String.valueOf(run.run().getFileName());
        assertThat(clean.exitCode()).as(clean.output()).isZero();
        assertThat(clean.output())
                .contains("run " + name + " is not known to be dead: left alone")
                .doesNotContain("of run " + name);
    }

    private void findsNothing(SecretScan scan, Map<String, String> seen, Workplace workplace) throws IOException {
        List<Leak> leaks = new ArrayList<>();
        seen.forEach((where, text) -> leaks.addAll(scan.text(where, text)));
        leaks.addAll(scan.tree(workplace.reports()));
        leaks.addAll(scan.tree(workplace.directory().resolve("state")));
        for (Path terminal : workplace.terminals()) {
            leaks.addAll(scan.file(terminal));
        }
        assertThat(leaks).isEmpty();
    }

    /** Whether there was anything to find. */
    private static void sawEnough(Map<String, String> seen) {
        assertThat(seen.keySet().stream().filter(where -> where.startsWith("container")))
                .as("db was there twice")
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(seen.keySet().stream().filter(where -> where.startsWith("image")))
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(seen.values()).as("what runs in containers").anyMatch(text -> text.contains("pg_restore"));
        System.out.println("searched " + seen.size() + " texts of processes, containers and images");
    }

    /** For the secrets that the run's own commissioning made. */
    private static SecretScan scan(Workplace workplace) throws IOException {
        BaseSecrets secrets = BaseSecrets.of(new Base(base(workplace)));
        assertThat(secrets.documented()).isNotEmpty();
        assertThat(secrets.others()).isNotEmpty();
        SecretScan scan = SecretScan.of(secrets.all());
        secrets.all()
                .forEach(secret -> assertThat(scan.text("itself", secret.reveal()))
                        .as("a search that finds nothing proves nothing")
                        .isNotEmpty());
        return scan;
    }

    private static Path base(Workplace workplace) throws IOException {
        try (Stream<Path> all = Files.list(workplace.cache().resolve("blackstart/bases"))) {
            return all.filter(base -> String.valueOf(base.getFileName()).matches("snowdrift-[0-9a-f]{16}"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
