package dev.blackstart.artefact;

import dev.blackstart.artefact.AuthorizedKeys.Entry;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code authorized_keys} (sshd(8), AUTHORIZED_KEYS FILE FORMAT). */
final class AuthorizedKeysReader {
    private static final long MOST_BYTES = 16L * 1024 * 1024;

    private final List<Entry> entries = new ArrayList<>();
    private final List<Finding> faults = new ArrayList<>();

    private AuthorizedKeysReader() {}

    static AuthorizedKeys read(Path file) {
        AuthorizedKeysReader reader = new AuthorizedKeysReader();
        List<String> lines = Bytes.text(file, MOST_BYTES, reader.faults)
                .map(text -> text.lines().toList())
                .orElse(List.of());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                reader.line(line, new Place(file, i + 1, 1));
            }
        }
        return new AuthorizedKeys(file, reader.entries, reader.faults);
    }

    private void line(String line, Place place) {
        LoginOptions options = new LoginOptions(List.of());
        String rest = line;
        if (!SshKeys.isType(word(line))) {
            int end = endOfOptions(line);
            options = new LoginOptions(options(line.substring(0, end)));
            rest = line.substring(end).strip();
        }
        String[] words = rest.split("\\s+", 3);
        if (words.length < 2 || !SshKeys.isType(words[0])) {
            broken(place, "no key stands in this line");
            return;
        }
        if (SshKeys.isCertificate(words[0])) {
            // sshd compares what is offered with keys, and certificates with who signed them; this equals neither.
            broken(place, "a certificate stands in this line, where the key itself belongs: it lets nobody in");
            return;
        }
        Optional<byte[]> blob = SshKeys.blob(words[1]);
        if (blob.isEmpty() || !SshKeys.typeOf(blob.get()).equals(words[0]) || !SshKeys.sound(words[0], blob.get())) {
            broken(place, "the " + words[0] + " key is broken");
            return;
        }
        Optional<String> refused = options.refused();
        if (refused.isPresent()) {
            broken(place, "no option of a key is spelled " + refused.get());
            return;
        }
        if (!SshKeys.known(words[0])) {
            faults.add(new Finding(
                    ArtefactCode.UNKNOWN_ALGORITHM,
                    place,
                    "a key of an unknown type \"" + words[0] + "\"",
                    "See whether the server knows it: `ssh -Q key`."));
        }
        entries.add(
                new Entry(words[0], SshKeys.fingerprint(blob.get()), words.length > 2 ? words[2] : "", options, place));
    }

    private void broken(Place place, String message) {
        faults.add(new Finding(
                ArtefactCode.AUTHORIZED_LINE_BROKEN,
                place,
                message,
                "The server skips this line: remove it, or write it as [OPTIONS] TYPE BASE64 [COMMENT]."));
    }

    private static String word(String line) {
        return line.split("\\s", 2)[0];
    }

    /** Finds the space that ends the options: the first one outside of quotes. */
    private static int endOfOptions(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && (i == 0 || line.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (!quoted && Character.isWhitespace(c)) {
                return i;
            }
        }
        return line.length();
    }

    private static List<String> options(String text) {
        List<String> options = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                options.add(text.substring(start, i));
                start = i + 1;
            }
        }
        options.add(text.substring(start));
        return options;
    }
}
