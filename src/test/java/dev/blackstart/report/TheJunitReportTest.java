package dev.blackstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Place;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Journals;
import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class TheJunitReportTest {
    @TempDir
    Path directory;

    @Test
    void a_passed_drill_has_a_case_for_itself_and_each_check_restart_and_control() throws Exception {
        assertCounts(Journals.passed(), 13, 0, 0);
    }

    @Test
    void a_failed_drill_is_a_failure() throws Exception {
        assertCounts(Sample.FAILED.journals(), 1, 1, 0);
    }

    @Test
    void what_could_not_be_told_is_an_error() throws Exception {
        assertCounts(Sample.INCONCLUSIVE.journals(), 14, 0, 3);
        assertCounts(Sample.KILLED_AT_ONCE.journals(), 1, 0, 1);
    }

    @Test
    void it_names_the_place_and_the_hint() throws Exception {
        assertThat(suite(Sample.FAILED.journals()).getTextContent())
                .contains("environments/snowdrift/runbooks/restore-database.md:34: step 3")
                .contains("HINT: ");
    }

    @Test
    void characters_that_xml_cannot_hold_are_replaced() throws Exception {
        Event check = new Event.CheckEnded(
                "bell", Event.CheckOutcome.FAILED, "\u0007 & <rung>", Place.start(Path.of("d.yaml")));

        assertThat(suite(Journals.passed().adding(check)).getTextContent()).contains("\uFFFD & <rung>");
    }

    @ParameterizedTest
    @EnumSource
    void it_is_never_greener_than_the_verdict(Sample sample) throws Exception {
        Element suite = suite(sample.journals());
        boolean green = suite.getAttribute("failures").equals("0")
                && suite.getAttribute("errors").equals("0");

        assertThat(green)
                .isEqualTo(Reports.read(RunDirectory.of(directory, "read", sample.journals()))
                                .verdict()
                        == dev.blackstart.history.Verdict.PASSED);
    }

    private void assertCounts(Journals journals, int tests, int failures, int errors) throws Exception {
        Element suite = suite(journals);
        assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(tests));
        assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(failures));
        assertThat(suite.getAttribute("errors")).isEqualTo(String.valueOf(errors));
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(tests);
    }

    private Element suite(Journals journals) throws Exception {
        Report report = Reports.read(RunDirectory.of(directory, "run" + System.nanoTime(), journals));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(new JunitReport().render(report))))
                .getDocumentElement();
    }
}
