package dev.blackstart.cli;

import dev.blackstart.definition.Definitions;
import dev.blackstart.definition.Problem;
import dev.blackstart.finding.Place;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Prints what is wrong with definitions, all of it, paths as seen from where the command was given. */
final class Problems {
    private Problems() {}

    static void print(Definitions definitions, PrintWriter out) {
        Path here = Path.of("").toAbsolutePath();
        for (Problem problem : definitions.problems()) {
            Place place = problem.place();
            Path file = place.file().toAbsolutePath().normalize();
            Place shown = new Place(file.startsWith(here) ? here.relativize(file) : file, place.line(), place.column());
            out.println(new Problem(problem.severity(), shown, problem.message(), problem.hint()).render());
        }
    }
}
