package dev.blackstart.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.blackstart.machine.Archive;
import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import dev.blackstart.secret.OwnFiles;
import dev.blackstart.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people carry themselves: an OpenPGP key, for the stores, and an ssh key, for the servers. */
public final class PersonalKeys {
    /** A person's public key among the documents on a desk, as a script names it; the person is group 1. */
    public static final Pattern DOCUMENT = Pattern.compile(
            "documents/people/([a-z0-9][a-z0-9-]*)\\.(?:ssh\\.pub|gpg\\.asc)(?=['\"]?(?:[\\s;|&<>()`]|$))");

    private static final String OPENPGP = "openpgp";
    private static final String SSH = "ssh";
    private static final Duration DONE_WITHIN = Duration.ofMinutes(2);

    private final Desk desk;

    public PersonalKeys(Desk desk) {
        this.desk = desk;
    }

    /** Make keys for everybody; the public halves become public documents. */
    public void make(Collection<String> people) {
        run("keys could not be made", "make-people.sh", "", people);
    }

    /** Everybody's private keys as they are on this desk: by person and kind, such as {@code alice/ssh}. */
    public Map<String, Secret> values(Collection<String> people) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StoreException.check(
                "people's keys cannot be read",
                desk.stream(Scripts.bash(PersonalKeys.class, "read-keys.sh", List.copyOf(people)), DONE_WITHIN, out));
        Map<String, Secret> keys = new LinkedHashMap<>();
        for (String line : out.toString(US_ASCII).lines().toList()) {
            String[] fields = line.split("\\|", -1);
            put(keys, fields[0], OPENPGP, Base64.getDecoder().decode(fields[1]));
            put(keys, fields[0], SSH, Base64.getDecoder().decode(fields[2]));
        }
        return keys;
    }

    private static void put(Map<String, Secret> keys, String person, String kind, byte[] key) {
        keys.put(person + "/" + kind, Secret.of(kind + "-key-of-" + person, key));
    }

    /** Write such keys into this machine's directory. */
    public static void keep(Map<String, Secret> keys, Path directory) {
        try {
            for (Map.Entry<String, Secret> key : keys.entrySet()) {
                OwnFiles.write(directory.resolve(key.getKey()), key.getValue().revealBytes());
            }
        } catch (IOException e) {
            throw StoreException.unwritten(e);
        }
    }

    /** The private keys that were kept there. */
    public static List<Secret> kept(Path directory) {
        Map<String, Secret> keys = new LinkedHashMap<>();
        try (Stream<Path> people = Files.list(directory)) {
            for (Path person : people.sorted().toList()) {
                for (String kind : List.of(OPENPGP, SSH)) {
                    put(keys, String.valueOf(person.getFileName()), kind, Files.readAllBytes(person.resolve(kind)));
                }
            }
        } catch (IOException e) {
            throw StoreException.unwritten(e);
        }
        return List.copyOf(keys.values());
    }

    /** Let the desk know everybody's public keys, which are documents on it, and these people's private ones. */
    public void arrive(Path directory, Set<String> people) {
        Archive archive = new Archive();
        List<String> sorted = new ArrayList<>(people);
        sorted.sort(null);
        try {
            for (String person : sorted) {
                Path keys = directory.resolve(person);
                archive.add(".keys/" + person + ".asc", Files.readAllBytes(keys.resolve(OPENPGP)));
                archive.add(".ssh/id_" + person, Files.readAllBytes(keys.resolve(SSH)));
            }
        } catch (IOException e) {
            throw StoreException.unwritten(e);
        }
        run("the survivors' keys could not be brought", "import-keys.sh", archive.base64(), List.of());
    }

    private void run(String what, String script, String input, Collection<String> arguments) {
        Outcome outcome =
                desk.run(input, DONE_WITHIN, Scripts.bash(PersonalKeys.class, script, List.copyOf(arguments)));
        StoreException.check(what, outcome);
    }
}
