package dev.blackstart.cli;

import dev.blackstart.definition.Definitions;
import dev.blackstart.terminal.SafeText;
import java.io.PrintWriter;

/** Prints what is wrong with definitions, all of it. */
final class ProblemPrinter {
    private ProblemPrinter() {}

    static void print(Definitions definitions, PrintWriter out) {
        definitions.problems().forEach(problem -> out.println(SafeText.lines(problem.render())));
    }
}
