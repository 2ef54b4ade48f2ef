package dev.blackstart.definition;

import dev.blackstart.state.Fingerprint;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks that what refers to files can be asked, and that the files are declared. */
final class ReferenceChecks {
    private static final Fingerprint NOTHING = new Fingerprint(new TreeMap<>());

    private final EnvironmentDefinition environment;
    private final Problems problems;

    ReferenceChecks(EnvironmentDefinition environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    void check() {
        environment.held().forEach(held -> held.reference().ifPresent(reference -> check(held, reference)));
    }

    private void check(Held held, Reference reference) {
        if (held.state().queries().isEmpty()) {
            problems.error(
                    reference.place(),
                    "\"%s\" answers no queries".formatted(held.state().name()),
                    "Write `references` beside the database that names the files.");
        }
        List<String> files = environment.held(reference.host()).stream()
                .filter(other -> other.state().files(NOTHING).isPresent())
                .map(other -> other.state().name())
                .toList();
        if (!files.contains(reference.files())) {
            problems.error(
                    reference.place(),
                    "no files are declared on \"%s\" as \"%s\"%s"
                            .formatted(
                                    reference.host(), reference.files(), Similar.suggestion(reference.files(), files)),
                    files.isEmpty()
                            ? "Add them to its `state`, such as `{ kind: files, path: /srv/uploads }`."
                            : "Files that are declared there: " + files.stream().collect(Collectors.joining(", "))
                                    + ".");
        }
    }
}
