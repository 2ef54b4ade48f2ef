package dev.blackstart.report;

import dev.blackstart.finding.Code;
import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import dev.blackstart.terminal.SafeText;
import dev.blackstart.verdict.VerdictCode;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Renders the report as the XML that build servers read: a test suite with a case for the drill itself, for each check and
 * for each control. What could not be told is an error, never a pass.
 *
 * <p>The platform's own writer speaks of its engines' tests while they run; this one speaks of any journal, also of a run
 * that was killed.
 */
final class JunitSuite {
    private final Report report;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private JunitSuite(Report report) throws XMLStreamException {
        this.report = report;
        this.xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    }

    static String render(Report report) {
        try {
            JunitSuite junit = new JunitSuite(report);
            junit.suite();
            return junit.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written to memory", e);
        }
    }

    /** One test case; {@code outcome} PASSED carries no text. */
    private record Case(String name, Duration time, Verdict outcome, String type, String message, String detail) {}

    private void suite() throws XMLStreamException {
        List<Case> cases = cases();
        xml.writeStartDocument("UTF-8", "1.0");
        newline("");
        xml.writeStartElement("testsuite");
        attribute("name", ReportWords.name(report));
        attribute("tests", String.valueOf(cases.size()));
        attribute("failures", count(cases, Verdict.FAILED));
        attribute("errors", count(cases, Verdict.INCONCLUSIVE));
        attribute("skipped", "0");
        attribute("time", seconds(report.run().duration()));
        if (report.run().startedAt().isPresent()) {
            attribute("timestamp", report.run().startedAt().get().toString());
        }
        for (Case one : cases) {
            newline("  ");
            write(one);
        }
        newline("");
        xml.writeEndElement();
        newline("");
        xml.writeEndDocument();
    }

    private List<Case> cases() {
        return java.util.stream.Stream.of(
                        java.util.stream.Stream.of(drill()),
                        report.checks().stream().map(this::check),
                        report.restarts().stream().map(this::restart),
                        report.controls().stream().map(this::control))
                .flatMap(cases -> cases)
                .toList();
    }

    private Case drill() {
        String detail = report.findings().stream().map(this::finding).collect(Collectors.joining("\n"));
        String code = report.findings().isEmpty()
                ? ""
                : report.findings().get(0).code().word();
        return new Case(
                report.drill().title(),
                report.actuals().recoveryTime().orElse(report.run().duration()),
                report.verdict(),
                code,
                report.why(),
                detail);
    }

    private String finding(Finding finding) {
        String text = "%s: %s [%s]%n  HINT: %s"
                .formatted(
                        finding.place().fileAndLine(),
                        finding.message(),
                        finding.code().word(),
                        finding.hint());
        return text
                + quoted("the end of its output", ReportWords.output(report, finding))
                + quoted("the end of the host's journal", ReportWords.hostJournal(report, finding));
    }

    private static String quoted(String title, String text) {
        return text.isBlank() ? "" : "\n  " + title + ":\n" + text.indent(4).stripTrailing();
    }

    private Case check(Report.Check check) {
        return new Case(
                "check: " + check.name(),
                Duration.ZERO,
                ReportWords.verdict(check.outcome()),
                "check-" + Code.kebab(check.outcome()),
                check.detail(),
                check.where());
    }

    private Case restart(Report.Restart restart) {
        return new Case(
                "reboot: " + restart.host(),
                restart.took(),
                restart.held() ? Verdict.PASSED : Verdict.FAILED,
                VerdictCode.REBOOT_FAILED.word(),
                restart.detail(),
                restart.where());
    }

    private Case control(Report.ControlLine control) {
        boolean fine = control.asExpected() || control.tolerated().isPresent();
        return new Case(
                "control: " + control.name(),
                Duration.ZERO,
                fine ? Verdict.PASSED : Verdict.INCONCLUSIVE,
                "control-" + Code.kebab(control.verdict()),
                control.explanation(),
                control.where());
    }

    private void write(Case one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", "blackstart." + ReportWords.name(report));
        attribute("name", one.name());
        attribute("time", seconds(one.time()));
        Optional<String> fault = switch (one.outcome()) {
            case PASSED -> Optional.empty();
            case FAILED -> Optional.of("failure");
            case INCONCLUSIVE -> Optional.of("error");
        };
        if (fault.isPresent()) {
            newline("    ");
            xml.writeStartElement(fault.get());
            attribute("type", one.type());
            attribute("message", one.message());
            xml.writeCharacters(SafeText.lines(legal(one.detail()))); // CI systems print it
            xml.writeEndElement();
            newline("  ");
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private void newline(String indent) throws XMLStreamException {
        xml.writeCharacters("\n" + indent);
    }

    private static String count(List<Case> cases, Verdict verdict) {
        return String.valueOf(
                cases.stream().filter(one -> one.outcome() == verdict).count());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }

    /** XML 1.0 has no way to write most control characters, which a program's output may hold, and none needs the others. */
    private static String legal(String text) {
        return text.replaceAll(
                "[^\\x09\\x0A\\x0D\\x20-\\x7E\\xA0-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
