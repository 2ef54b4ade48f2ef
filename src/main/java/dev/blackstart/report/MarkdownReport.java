package dev.blackstart.report;

/** Renders the report short enough for a pull request or a job's summary. */
final class MarkdownReport implements Rendering {
    static final String FILE = "report.md";

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String render(Report report) {
        return MarkdownPage.render(report);
    }
}
