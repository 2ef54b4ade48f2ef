package dev.blackstart.report;

/** Renders the report as the XML that build servers read. */
final class JunitReport implements Rendering {
    static final String FILE = "junit.xml";

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String render(Report report) {
        return JunitSuite.render(report);
    }
}
