package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Host;
import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whatever a command of the user's prints, for what no other kind knows: a line {@code NAME<TAB>VALUE} for each thing. Each
 * value has to be as it was.
 *
 * @param user who runs it
 */
@Word("command")
record CommandState(String name, String run, String user) implements State {
    private static final String VALUE = "value";
    private static final String FAULT = "fault";

    static Optional<CommandState> read(Parameters parameters) {
        String user = parameters.text("user").orElse("root");
        Optional<String> run = parameters.text("run");
        return parameters.text("name").flatMap(name -> run.map(line -> new CommandState(name, line, user)));
    }

    @Override
    public Fingerprint fingerprint(Host host, String mark) {
        CommandAnswer answer = CommandAnswer.of(host, this);
        answer.fault().ifPresent(fault -> {
            throw new StateException("command %s on %s tells nothing".formatted(name, host.name()), fault);
        });
        return values(answer, mark);
    }

    /** A command that does what it should not is a difference, as it did what it should before. */
    @Override
    public Fingerprint remains(Host host, String mark) {
        CommandAnswer answer = CommandAnswer.of(host, this);
        return answer.fault()
                .map(fault -> {
                    SortedMap<Thing, Content> things = new TreeMap<>();
                    things.put(new Thing(FAULT, "command " + name), new Content(0, fault));
                    return new Fingerprint(things);
                })
                .orElseGet(() -> values(answer, mark));
    }

    private static Fingerprint values(CommandAnswer answer, String mark) {
        SortedMap<Thing, Content> things = new TreeMap<>();
        answer.values().forEach((key, value) -> {
            if (!key.contains(mark) && !value.contains(mark)) {
                things.put(new Thing(VALUE, VALUE + " " + key), KeptValue.of(key, value));
            }
        });
        return new Fingerprint(things);
    }

    @Override
    public Map<String, Long> counts(Fingerprint fingerprint) {
        return Map.of("values", (long) fingerprint.of(VALUE).size());
    }

    @Override
    public List<Difference> differences(Fingerprint before, Fingerprint after) {
        List<Difference> differences = new ArrayList<>();
        after.of(FAULT).forEach((command, fault) -> differences.add(new Difference(command, fault.content())));
        return differences.isEmpty() ? before.differences(VALUE, after, KeptValue::between) : differences;
    }

    @Override
    public boolean isData(Thing thing, Content content) {
        return thing.sort().equals(VALUE);
    }

    @Override
    public Optional<Queries> queries() {
        return Optional.empty();
    }
}
