package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Scripts;
import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All databases of a Redis that runs on the host: the type and content of each key, and whether it expires. */
@Word("redis")
record RedisState(String name, List<String> server) implements State {
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final String KEY = "key";
    private static final String FAULT = "fault";
    private static final String NOW = "now";
    private static final String STAYS = "-";

    static Optional<RedisState> read(Parameters parameters) {
        Optional<RedisState> socket = parameters.text("socket").map(path -> new RedisState(path, List.of("-s", path)));
        Optional<RedisState> port =
                parameters.text("port").map(number -> new RedisState("redis on port " + number, List.of("-p", number)));
        return socket.or(() -> port).or(() -> Optional.of(new RedisState("redis", List.of())));
    }

    @Override
    public List<String> words() {
        return List.of(name, "redis");
    }

    @Override
    public Fingerprint fingerprint(Host host, String mark) {
        Fingerprint fingerprint = remains(host, mark);
        fingerprint.of(FAULT).values().forEach(fault -> {
            throw new StateException(what(host) + " cannot be read", fault.content());
        });
        return fingerprint;
    }

    @Override
    public Fingerprint remains(Host host, String mark) {
        List<String> arguments = new ArrayList<>(List.of(mark));
        arguments.addAll(server);
        String[] line = Scripts.bash(RedisState.class, "redis.sh", arguments).toArray(String[]::new);
        SortedMap<Thing, Content> things = new TreeMap<>();
        String last = "";
        for (String fact : WholeOutput.of(host, Command.as("root", line).within(WITHIN), what(host))
                .lines()
                .toList()) {
            last = fact;
            put(things, fact.split("\t", -1));
        }
        if (!last.equals("end")) {
            throw new StateException(what(host) + " cannot be read", "the answer was cut");
        }
        return new Fingerprint(things);
    }

    private void put(SortedMap<Thing, Content> things, String[] fact) {
        switch (fact[0]) {
            case KEY -> {
                String database = fact[1].equals("0") ? "" : " in database " + fact[1];
                String key = ByteText.ofHex(fact[2]) + database;
                String expires = fact[6].equals(STAYS) ? "stays" : "expires";
                things.put(
                        new Thing(KEY, KEY + " " + key),
                        new Content(Long.parseLong(fact[4]), String.join(" ", fact[3], expires, fact[5])));
                if (!fact[6].equals(STAYS)) {
                    things.put(new Thing("deadline", KEY + " " + key), new Content(0, fact[6]));
                }
            }
            case NOW, FAULT -> things.put(new Thing(fact[0], name), new Content(0, fact[1]));
            default -> {}
        }
    }

    private String what(Host host) {
        return name + " on " + host.name();
    }

    @Override
    public Map<String, Long> counts(Fingerprint fingerprint) {
        return Map.of("keys", (long) fingerprint.of(KEY).size());
    }

    @Override
    public List<Difference> differences(Fingerprint before, Fingerprint after) {
        List<Difference> differences = new ArrayList<>();
        after.of(FAULT).forEach((server, fault) -> differences.add(new Difference(server, fault.content())));
        return differences.isEmpty()
                ? withoutExpired(before, after).differences(KEY, after, RedisState::words)
                : differences;
    }

    /** Leave out keys that are gone because their time has come. */
    private static Fingerprint withoutExpired(Fingerprint before, Fingerprint after) {
        long now = after.of(NOW).values().stream()
                .mapToLong(time -> Long.parseLong(time.content()))
                .max()
                .orElse(0);
        SortedMap<String, Content> deadlines = before.of("deadline");
        return before.without(thing -> !after.things().containsKey(thing)
                && deadlines.containsKey(thing.name())
                && Long.parseLong(deadlines.get(thing.name()).content()) <= now);
    }

    private static Optional<String> words(Content before, Content after) {
        String[] was = before.content().split(" ", -1);
        String[] is = after.content().split(" ", -1);
        if (!was[0].equals(is[0])) {
            return Optional.of("was a %s, is a %s".formatted(was[0], is[0]));
        }
        if (before.count() != after.count()) {
            return Optional.of("held %d values, holds %d".formatted(before.count(), after.count()));
        }
        if (!was[2].equals(is[2])) {
            return Optional.of("has other content");
        }
        return was[1].equals(is[1]) ? Optional.empty() : Optional.of(is[1] + ", as it did not before");
    }

    @Override
    public boolean isData(Thing thing, Content content) {
        return thing.sort().equals(KEY);
    }

    @Override
    public Optional<Queries> queries() {
        return Optional.empty();
    }
}
