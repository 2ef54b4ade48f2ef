package dev.blackstart.report;

/** A way to write a report down, for one kind of reader. The word after {@code permits} is all it takes to be written. */
sealed interface Rendering permits JsonReport, HtmlReport, MarkdownReport, JunitReport {
    /** Name the file in a run's directory. */
    String file();

    /** Render a report; the same for the same report, and without a raw control character but tabs and line breaks. */
    String render(Report report);
}
