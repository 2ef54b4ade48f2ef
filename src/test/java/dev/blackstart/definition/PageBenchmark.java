package dev.blackstart.definition;

import java.time.Duration;

/** Times the reading of a hostile runbook: {@code ci/bench/large-page} runs it in a process of its own. */
final class PageBenchmark {
    private PageBenchmark() {}

    public static void main(String[] arguments) {
        SourceText page = HostilePage.of(Integer.parseInt(arguments[0]));

        long started = System.nanoTime();
        new RunbookReader(NoNames.names(), new Problems()).read(page);
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        System.out.printf("%,d letters read in %,d ms%n", page.text().length(), took.toMillis());
    }
}
