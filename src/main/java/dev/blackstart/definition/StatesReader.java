package dev.blackstart.definition;

import dev.blackstart.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes what a host holds and must come back. */
final class StatesReader {
    /** What there was before a host could hold more than one thing. */
    private static final String EARLIER = "database";

    private static final String KIND = "kind";
    private static final String LIVING = "living";
    private static final String REFERENCES = "references";
    private static final String REBUILT = "rebuilt";

    private final Problems problems;

    StatesReader(Problems problems) {
        this.problems = problems;
    }

    /** All that is declared. */
    static List<Yaml> declared(Yaml ours) {
        List<Yaml> declared = new ArrayList<>(ours.items("state"));
        ours.get(EARLIER).ifPresent(declared::add);
        return declared;
    }

    List<Held> read(String host, Yaml ours) {
        List<Held> all = new ArrayList<>();
        for (Yaml declared : declared(ours)) {
            state(declared)
                    .map(state -> new Held(
                            host, state, declared.texts(LIVING), reference(host, declared), declared.text(REBUILT)))
                    .ifPresent(held -> {
                        if (all.stream().anyMatch(other -> other.state().equals(held.state()))) {
                            problems.error(
                                    declared.place(),
                                    "\"%s\" holds \"%s\" twice"
                                            .formatted(host, held.state().name()),
                                    "Take one of the two out: each is compared once.");
                        }
                        all.add(held);
                    });
        }
        ours.get(EARLIER)
                .ifPresent(earlier -> problems.warning(
                        earlier.named(),
                        "what a host holds is a list now",
                        "Write `state: [{ kind: %s, name: %s }]`."
                                .formatted(
                                        earlier.text("kind").orElse("KIND"),
                                        earlier.text("name").orElse("NAME"))));
        return all;
    }

    private static Optional<Reference> reference(String host, Yaml declared) {
        return declared.get(REFERENCES)
                .flatMap(said -> said.text("files")
                        .flatMap(files -> said.text("by")
                                .map(query ->
                                        new Reference(said.text("service").orElse(host), files, query, said.place()))));
    }

    private Optional<State> state(Yaml declared) {
        return declared.text(KIND)
                .flatMap(kind ->
                        new Asked(declared, KIND, LIVING, REFERENCES, REBUILT).read(State.KINDS, kind, problems));
    }
}
