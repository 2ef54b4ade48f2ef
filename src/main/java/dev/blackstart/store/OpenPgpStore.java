package dev.blackstart.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import dev.blackstart.secret.OwnFiles;
import dev.blackstart.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A password-store: a directory with one file a secret, encrypted to the OpenPGP keys of those who may open it.
 *
 * @param path its directory, relative to the responder's home
 */
@Word("openpgp")
public record OpenPgpStore(String path, Optional<String> service) implements SecretStore, DrilledStore {
    private static final String KEPT = "store.tar";
    private static final Duration DONE_WITHIN = Duration.ofMinutes(2);

    static Optional<OpenPgpStore> read(Parameters parameters) {
        return Optional.of(new OpenPgpStore(parameters.text("path").orElse("store"), parameters.text("service")));
    }

    /** One of which no more is known than its directory. */
    public OpenPgpStore(String path) {
        this(path, Optional.empty());
    }

    @Override
    public String noun() {
        return "encrypted files";
    }

    @Override
    public Optional<String> directory() {
        return Optional.of(path);
    }

    @Override
    public List<Mention> mentions(String code) {
        return PassWords.mentions(code);
    }

    @Override
    public Optional<DrilledStore> drilled() {
        return Optional.of(this);
    }

    @Override
    public Map<String, String> variables() {
        return Map.of("PASSWORD_STORE_DIR", home());
    }

    @Override
    public String show(String secret) {
        return "PASSWORD_STORE_DIR=\"$HOME/" + path + "\" pass show -- '" + secret + "'\n";
    }

    @Override
    public Optional<Refusal> refused(String said) {
        return PassWords.refused(said);
    }

    @Override
    public void make(Ground ground, List<Making> secrets) {
        String lines = secrets.stream().map(OpenPgpStore::line).collect(Collectors.joining());
        List<String> script =
                Scripts.bash(OpenPgpStore.class, List.of("make-value.sh", "openpgp-make.sh"), List.of(path));
        StoreException.check(
                "the store " + path + " could not be made", ground.desk().run(lines, DONE_WITHIN, script));
    }

    /** {@code name|kind|prefix|bytes|people}; a secret that somebody else puts in has the kind none. */
    private static String line(Making secret) {
        return String.join(
                        "|",
                        secret.name(),
                        secret.generator().map(how -> how.kind().word()).orElse("none"),
                        secret.generator().map(Generator::prefix).orElse(""),
                        secret.generator().map(Generator::bytes).orElse(0).toString(),
                        String.join(" ", secret.people()))
                + "\n";
    }

    @Override
    public Map<String, Secret> values(Ground ground) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StoreException.check(
                "the store " + path + " could not be opened",
                ground.desk().stream(script("openpgp-values.sh"), DONE_WITHIN, out));
        Map<String, Secret> values = new LinkedHashMap<>();
        for (String line : out.toString(US_ASCII).lines().toList()) {
            int bar = line.indexOf('|');
            String name = new String(Base64.getDecoder().decode(line.substring(0, bar)), UTF_8);
            values.put(name, Values.secret(name, Base64.getDecoder().decode(line.substring(bar + 1))));
        }
        return values;
    }

    @Override
    public void keep(Ground ground, Path directory) {
        try (OutputStream tar = OwnFiles.create(directory.resolve(KEPT))) {
            StoreException.check(
                    "the store " + path + " could not be kept",
                    ground.desk().stream(script("openpgp-keep.sh"), DONE_WITHIN, tar));
        } catch (IOException e) {
            throw StoreException.unwritten(e);
        }
    }

    @Override
    public void arrive(Ground ground, Path directory) {
        try {
            String tar = Base64.getEncoder().encodeToString(Files.readAllBytes(directory.resolve(KEPT)));
            StoreException.check(
                    "the store " + path + " could not be brought",
                    ground.desk().run(tar, DONE_WITHIN, script("openpgp-arrive.sh")));
        } catch (IOException e) {
            throw StoreException.unwritten(e);
        }
    }

    @Override
    public StoreWatch watch(Ground ground) {
        return FileWatch.begin(ground.desk(), home(), PassWords::secret);
    }

    @Override
    public Restore withhold(Ground ground, String secret) {
        Outcome taken = StoreException.check(
                secret + " could not be withheld",
                ground.desk()
                        .run(
                                "",
                                DONE_WITHIN,
                                Scripts.bash(OpenPgpStore.class, "openpgp-withhold.sh", List.of(path, secret))));
        return putBack(ground.desk(), secret, taken);
    }

    @Override
    public Restore replace(Ground ground, Secret other) {
        Outcome replaced = StoreException.check(
                other.name() + " could not be given another value",
                ground.desk()
                        .run(
                                Base64.getEncoder().encodeToString(other.revealBytes()),
                                DONE_WITHIN,
                                Scripts.bash(OpenPgpStore.class, "openpgp-replace.sh", List.of(path, other.name()))));
        return putBack(ground.desk(), other.name(), replaced);
    }

    /** Puts a file back as a script has handed it over; nothing: there was none. */
    private Restore putBack(Desk desk, String secret, Outcome taken) {
        byte[] content = Base64.getDecoder().decode(taken.out().strip());
        return () -> {
            if (content.length > 0) {
                desk.write(home() + "/" + PassWords.file(secret), content);
            }
        };
    }

    private String home() {
        return Desk.HOME + "/" + path;
    }

    private List<String> script(String name) {
        return Scripts.bash(OpenPgpStore.class, name, List.of(path));
    }
}
