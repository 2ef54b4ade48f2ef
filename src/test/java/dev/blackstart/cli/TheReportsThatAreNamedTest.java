package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.report.Reports;
import org.junit.jupiter.api.Test;

class TheReportsThatAreNamedTest {
    @Test
    void the_help_names_every_report_that_a_run_gets() {
        assertThat(Main.commandLine().getSubcommands())
                .hasEntrySatisfying(
                        "run",
                        run -> assertThat(run.getUsageMessage().replaceAll("\\s", ""))
                                .contains(Reports.files()));
    }
}
