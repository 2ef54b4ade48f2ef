package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.environment.Engine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TheDoctorTest {
    @Test
    void on_cgroup_v1_it_tells_what_units_do_there() {
        assertThat(said("v1")).contains("a unit whose child outlives its main process", "TimeoutStopSec");
        assertThat(said("v2")).doesNotContain("TimeoutStopSec");
    }

    private static String said(String cgroups) {
        StringWriter out = new StringWriter();
        DoctorVerb.report(
                new PrintWriter(out, true),
                new Engine.Facts("Docker", "28", "1.48", cgroups, "yes", 1L << 40, 1L << 35, 8, true, List.of()));
        return out.toString();
    }
}
