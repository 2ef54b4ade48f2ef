package dev.blackstart.artefact;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/** Tells how a file is encrypted from how it begins: a backup of a secret has its recipients, whatever its name. */
final class Contents {
    private static final int LONGEST_START = 64;

    private Contents() {}

    static Optional<Suffix> suffix(Path file) {
        Optional<InputStream> opened = Bytes.open(file, new ArrayList<>());
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(opened.get())) {
            in.mark(LONGEST_START);
            String start = new String(in.readNBytes(LONGEST_START), StandardCharsets.ISO_8859_1);
            in.reset();
            if (start.startsWith("age-encryption.org/") || start.startsWith("-----BEGIN AGE ENCRYPTED FILE")) {
                return Optional.of(Suffix.AGE);
            }
            boolean message = start.startsWith("-----BEGIN PGP MESSAGE") || mayHoldRecipients(start);
            return message && isMessage(OpenPgpMessage.read(in, file)) ? Optional.of(Suffix.GPG) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A message that is encrypted begins with a session key, for a public key or a passphrase (RFC 9580, 5). */
    private static boolean mayHoldRecipients(String start) {
        int first = start.isEmpty() ? 0 : start.charAt(0);
        int tag = (first & 0x40) != 0 ? first & 0x3f : first >> 2 & 0xf;
        return (first & 0x80) != 0 && (tag == 1 || tag == 3);
    }

    private static boolean isMessage(Header header) {
        return !header.recipients().isEmpty()
                && header.faults().stream().noneMatch(fault -> fault.code() == ArtefactCode.NO_OPENPGP);
    }
}
