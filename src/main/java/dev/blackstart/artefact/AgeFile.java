package dev.blackstart.artefact;

import dev.blackstart.artefact.Recipient.Hidden;
import dev.blackstart.artefact.Recipient.Passphrase;
import dev.blackstart.artefact.Recipient.Ssh;
import dev.blackstart.finding.Finding;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Who can open an age file, from the stanzas of its header (age-encryption.org/v1); its payload is not read. */
final class AgeFile {
    private static final String VERSION = "age-encryption.org/v1";
    private static final String ARMOR = "-----BEGIN AGE ENCRYPTED FILE-----";
    private static final int LONGEST_LINE = 8192;
    private static final int MOST_RECIPIENTS = 10_000;

    private final Path file;
    private final String writeAnew;
    private final InputStream in;
    private final List<Recipient> recipients = new ArrayList<>();
    private final List<Finding> faults = new ArrayList<>();

    private AgeFile(InputStream in, Path file, String writeAnew) {
        this.in = in;
        this.file = file;
        this.writeAnew = writeAnew;
    }

    /**
     * @param file as messages name it
     * @param writeAnew what hints say to do where the file is of no use
     */
    static Header read(InputStream in, Path file, String writeAnew) {
        AgeFile age = new AgeFile(new BufferedInputStream(in), file, writeAnew);
        try {
            age.read();
        } catch (EOFException e) {
            age.fault(
                    ArtefactCode.TRUNCATED,
                    "the file is truncated: its end is missing",
                    "Bring it back from a backup, or %s.".formatted(writeAnew));
        } catch (IOException e) {
            age.fault(ArtefactCode.UNREADABLE, "the file cannot be read", "Check the disk: " + e + ".");
        }
        return new Header(List.copyOf(age.recipients), List.copyOf(age.faults));
    }

    private void read() throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            fault(
                    ArtefactCode.EMPTY_FILE,
                    "the file is empty",
                    "Bring the file back from a backup, or %s.".formatted(writeAnew));
            return;
        }
        in.reset();
        String first = line(in);
        if (first.equals(VERSION)) {
            stanzas(in);
        } else if (first.strip().equals(ARMOR)) {
            unarmored();
        } else {
            noAge("it does not begin with \"" + VERSION + "\"");
        }
    }

    private void unarmored() throws IOException {
        ByteArrayOutputStream base64 = new ByteArrayOutputStream();
        String line = line(in);
        while (!line.startsWith("-----END")) {
            base64.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
            line = line(in);
        }
        try {
            InputStream content =
                    new java.io.ByteArrayInputStream(Base64.getMimeDecoder().decode(base64.toByteArray()));
            if (line(content).equals(VERSION)) {
                stanzas(content);
            } else {
                noAge("its armor holds something else");
            }
        } catch (IllegalArgumentException e) {
            noAge("its armor is no base64");
        }
    }

    private void stanzas(InputStream header) throws IOException {
        String line = line(header);
        while (!line.startsWith("---")) {
            if (line.startsWith("-> ")) {
                stanza(line.substring(3).split(" ", -1));
            }
            if (recipients.size() > MOST_RECIPIENTS) {
                noAge("more than " + MOST_RECIPIENTS + " recipients");
                return;
            }
            line = line(header);
        }
        if (header.read() < 0) {
            throw new EOFException("no payload follows the header");
        }
    }

    private void stanza(String[] words) {
        String type = words[0];
        switch (type) {
            case "ssh-ed25519", "ssh-rsa" -> recipients.add(new Ssh(words.length > 1 ? words[1] : "", ""));
            case "scrypt" -> recipients.add(new Passphrase());
            case "X25519", "piv-p256", "tag", "mlkem768x25519" -> recipients.add(new Hidden("age " + type));
            default -> {
                if (!type.endsWith(
                        "-grease")) { // some clients add noise on purpose, so that readers keep to the format
                    recipients.add(new Hidden("age " + type));
                    fault(
                            ArtefactCode.UNKNOWN_ALGORITHM,
                            "a recipient of an unknown type \"" + type + "\"",
                            "See which plugin of age it belongs to; encrypt the file anew to keys that everybody knows.");
                }
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int octet = in.read();
        while (octet != '\n' && line.length() < LONGEST_LINE) {
            if (octet < 0) {
                if (line.length() > 0 && line.toString().startsWith("-----END")) {
                    return line.toString(); // An armor may end without a line break.
                }
                throw new EOFException("the header breaks off");
            }
            line.append((char) octet);
            octet = in.read();
        }
        return line.toString();
    }

    private void noAge(String why) {
        fault(
                ArtefactCode.NO_AGE,
                "the file is no age file: " + why,
                "Bring it back from a backup, or %s.".formatted(writeAnew));
    }

    private void fault(ArtefactCode code, String message, String hint) {
        faults.add(Finding.ofFile(code, file, message, hint));
    }
}
