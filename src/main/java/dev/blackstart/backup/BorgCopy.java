package dev.blackstart.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import dev.blackstart.terminal.Excerpt;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Asks a real borg on the host that keeps the repository. */
final class BorgCopy implements Repository.Copy {
    private static final Duration LISTED_WITHIN = Duration.ofMinutes(2);
    private static final Duration READ_WITHIN = Duration.ofMinutes(30);

    /** It ends so where it could read, and had something to warn of, and otherwise where it could not; by signals above. */
    private static final int WORST_OF_BORG = 2;

    private final Host host;
    private final String path;
    private final Optional<String> archives;
    private final String passphrase;
    private final String aside;

    private BorgCopy(Host host, String path, Optional<String> archives, String passphrase, String aside) {
        this.host = host;
        this.path = path;
        this.archives = archives;
        this.passphrase = passphrase;
        this.aside = aside;
    }

    static BorgCopy of(Host host, String path, Optional<String> archives, String passphrase) {
        Outcome outcome = host.run(Command.as(
                        "root",
                        Scripts.bash(BorgCopy.class, "copy-repository.sh", List.of(path))
                                .toArray(String[]::new))
                .within(LISTED_WITHIN));
        String aside = outcome.out().strip();
        if (!outcome.succeeded() || aside.isEmpty()) {
            throw new BackupException("the repository at %s:%s could not be looked at: %s"
                    .formatted(host.name(), path, Excerpt.line(outcome.err())));
        }
        return new BorgCopy(host, path, archives, passphrase, aside);
    }

    @Override
    public List<Generation> listed() {
        List<String> words = new ArrayList<>(List.of("list"));
        archives.ifPresent(glob -> words.addAll(List.of("--glob-archives", glob)));
        Outcome outcome = answered(ask(LISTED_WITHIN, words.toArray(String[]::new)));
        try (MappingIterator<JsonNode> said =
                new ObjectMapper().readerFor(JsonNode.class).readValues(outcome.out())) {
            List<Generation> listed = new ArrayList<>();
            while (said.hasNext()) {
                said.next().path("archives").forEach(one -> listed.add(generation(one)));
            }
            listed.sort(Comparator.comparing(Generation::begun));
            return List.copyOf(listed);
        } catch (IOException | RuntimeJsonMappingException | DateTimeException e) {
            throw untold(Excerpt.line(outcome.out()));
        }
    }

    private static Generation generation(JsonNode archive) {
        Instant begun = moment(archive, "start");
        return new Generation(
                archive.path("archive").asText(),
                archive.path("hostname").asText(),
                begun,
                (archive.has("end") ? moment(archive, "end") : begun).plusSeconds(1));
    }

    /** It was asked for UTC, and says so nowhere; of a second it leaves the fraction out. */
    private static Instant moment(JsonNode archive, String key) {
        return LocalDateTime.parse(archive.path(key).asText()).toInstant(ZoneOffset.UTC);
    }

    @Override
    public boolean whole(Generation generation) {
        Outcome outcome = ask(READ_WITHIN, "read", generation.name());
        if (!outcome.ended() || outcome.exitCode() > WORST_OF_BORG) {
            throw untold(Excerpt.line(outcome.err()));
        }
        return outcome.succeeded();
    }

    @Override
    public boolean holds(Generation generation, String wanted) {
        return !answered(ask(LISTED_WITHIN, "hold", generation.name(), wanted))
                .out()
                .strip()
                .equals("0");
    }

    @Override
    public void remove() {
        host.run(Command.as("root", "rm", "-rf", aside));
    }

    private Outcome ask(Duration within, String... words) {
        List<String> arguments = new ArrayList<>(List.of(aside));
        arguments.addAll(List.of(words));
        return host.run(Command.as(
                        "root",
                        Scripts.bash(BorgCopy.class, "ask-borg.sh", arguments).toArray(String[]::new))
                .with(passphrase)
                .within(within));
    }

    private Outcome answered(Outcome outcome) {
        if (!outcome.succeeded() || !outcome.whole()) {
            throw untold(Excerpt.line(outcome.err()));
        }
        return outcome;
    }

    private BackupException untold(String said) {
        return new BackupException(
                "borg could not tell of the repository at %s:%s: %s".formatted(host.name(), path, said));
    }
}
