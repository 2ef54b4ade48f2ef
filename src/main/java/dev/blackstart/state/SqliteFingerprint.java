package dev.blackstart.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes the fingerprint of an SQLite database by a script for the host's {@code python3}: its {@code sqlite3} is a client
 * like the application, waits for its locks and reads its write-ahead log, and tells the types of values apart.
 *
 * @param waits how long for somebody who locks the database
 */
record SqliteFingerprint(Host host, String path, Duration waits) {
    private static final Duration WAITS = Duration.ofSeconds(30);
    private static final Duration TAKEN_WITHIN = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    SqliteFingerprint(Host host, String path) {
        this(host, path, WAITS);
    }

    /**
     * Whatever the file is: that there is none, and that a table cannot be read, are things of the fingerprint.
     *
     * @param checked whether its structure is checked, too
     * @throws StateException where the host does not answer to the end
     */
    Fingerprint take(String mark, boolean checked) {
        String patience = String.valueOf(waits.toSeconds());
        Command command = SqliteScript.command(
                        "sqlite-fingerprint.py", path, mark, patience, checked ? "checked" : "unchecked")
                .within(TAKEN_WITHIN);
        SortedMap<Thing, Content> things = new TreeMap<>();
        String sort = "";
        for (String line : WholeOutput.of(host, command, what()).lines().toList()) {
            JsonNode fact = read(line);
            sort = fact.path(0).asText();
            if (!sort.equals("end")) {
                things.put(
                        new Thing(sort, fact.path(1).asText()),
                        new Content(fact.path(2).asLong(), fact.path(3).asText(), parts(fact.path(4))));
            }
        }
        if (!sort.equals("end")) {
            throw exception("the answer was cut");
        }
        return new Fingerprint(things);
    }

    StateException exception(String reason) {
        return new StateException(what() + " cannot be read", reason);
    }

    private String what() {
        return "the database " + path + " on " + host.name();
    }

    private JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw exception(line);
        }
    }

    private static SortedMap<String, String> parts(JsonNode node) {
        SortedMap<String, String> parts = new TreeMap<>();
        node.properties()
                .forEach(part -> parts.put(part.getKey(), part.getValue().asText()));
        return parts;
    }
}
