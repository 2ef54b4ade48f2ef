package dev.blackstart.artefact;

import dev.blackstart.artefact.PacketReader.Packet;
import dev.blackstart.finding.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/** Reads certificates, armored or not, one by one: a broken one is named and takes no other with it. */
final class Certificates {
    private static final String ARMOR = "-----BEGIN PGP ";
    private static final String SECRET = "-----BEGIN PGP PRIVATE KEY BLOCK-----";
    private static final String KEYS = "-----BEGIN PGP PUBLIC KEY BLOCK-----";

    private final Path file;
    private final String source;
    private final List<Certificate> found;
    private final List<Finding> faults;

    Certificates(Path file, String source, List<Certificate> found, List<Finding> faults) {
        this.file = file;
        this.source = source;
        this.found = found;
        this.faults = faults;
    }

    void read(byte[] bytes) {
        int before = found.size() + faults.size();
        if (bytes.length > 0 && (bytes[0] & 0x80) != 0) {
            binary(bytes);
        } else {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            for (int start = text.indexOf(ARMOR); start >= 0; start = text.indexOf(ARMOR, start + 1)) {
                armored(text, start);
            }
        }
        if (found.size() + faults.size() == before) {
            broken("the file holds no public key");
        }
    }

    private void armored(String text, int start) {
        if (text.startsWith(SECRET, start)) {
            secret();
        } else if (text.startsWith(KEYS, start)) {
            byte[] block = text.substring(start).getBytes(StandardCharsets.ISO_8859_1);
            try (ArmoredInputStream in = new ArmoredInputStream(new ByteArrayInputStream(block))) {
                binary(new WholeArmor(in).readAllBytes());
            } catch (IOException e) {
                broken("an armored key cannot be read: " + e.getMessage());
            }
        }
    }

    private void binary(byte[] bytes) {
        PacketReader packets = new PacketReader(new ByteArrayInputStream(bytes));
        long start = -1;
        try {
            Optional<Packet> next = packets.next();
            while (next.isPresent()) {
                Packet packet = next.get();
                if (packet.tag() == 6 || packet.tag() == 5) {
                    certificate(bytes, start, packet.offset());
                    start = packet.tag() == 6 ? packet.offset() : -1;
                }
                if (packet.tag() == 5) {
                    secret();
                }
                next = packets.next();
            }
            certificate(bytes, start, bytes.length);
        } catch (IOException e) {
            broken("the keys break off: " + e.getMessage());
        }
    }

    private void certificate(byte[] bytes, long start, long end) {
        if (start < 0) {
            return;
        }
        try {
            byte[] one = Arrays.copyOfRange(bytes, Math.toIntExact(start), Math.toIntExact(end));
            found.add(new Certificate(new PGPPublicKeyRing(one, new BcKeyFingerprintCalculator()), source));
        } catch (IOException | RuntimeException e) { // Bouncy Castle throws all kinds at what it does not know.
            broken("the key at byte " + start + " cannot be read: " + e.getMessage());
        }
    }

    private void secret() {
        if (faults.stream()
                .noneMatch(fault -> fault.code() == ArtefactCode.KEY_PRIVATE
                        && fault.place().file().equals(file))) {
            faults.add(Finding.ofFile(
                    ArtefactCode.KEY_PRIVATE,
                    file,
                    "a private key, which nobody needs here, was left unread",
                    "Move it to its owner, who writes the public key into its place: `gpg --export NAME`."));
        }
    }

    private void broken(String message) {
        faults.add(
                Finding.ofFile(
                        ArtefactCode.KEY_FILE_BROKEN,
                        file,
                        message,
                        "Export the key anew into the file: `gpg --export --armor NAME`; or take the file away. Everything else was read."));
    }

    /** Makes one certificate of two copies: a revocation counts wherever it was found. */
    static Certificate joined(Certificate one, Certificate other) {
        try {
            return new Certificate(PGPPublicKeyRing.join(one.ring(), other.ring()), one.source());
        } catch (PGPException | RuntimeException e) {
            return one;
        }
    }
}
