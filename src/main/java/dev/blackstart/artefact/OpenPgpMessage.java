package dev.blackstart.artefact;

import dev.blackstart.artefact.PacketReader.Packet;
import dev.blackstart.artefact.Recipient.Hidden;
import dev.blackstart.artefact.Recipient.OpenPgp;
import dev.blackstart.artefact.Recipient.Passphrase;
import dev.blackstart.finding.Finding;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.ArmoredInputStream;

/**
 * Who can open an OpenPGP message, from the packets before its data (RFC 9580, 5.1 and 5.3). The data is not decrypted;
 * it is skipped to see whether it is all there.
 */
final class OpenPgpMessage {
    /** A header that is longer belongs to no message that anybody wrote on purpose. */
    private static final int MOST_RECIPIENTS = 10_000;

    private static final int LONGEST_ARMOR_PREFIX = 4096;
    private static final String ARMOR = "-----BEGIN PGP MESSAGE";

    private final Path file;
    private final String writeAnew;
    private final List<Recipient> recipients = new ArrayList<>();
    private final List<Finding> faults = new ArrayList<>();

    private OpenPgpMessage(Path file, String writeAnew) {
        this.file = file;
        this.writeAnew = writeAnew;
    }

    /** @param file as messages name it */
    static Header read(InputStream in, Path file) {
        return read(in, file, "write the secret anew");
    }

    /**
     * @param file as messages name it
     * @param writeAnew what hints say to do where the message is of no use
     */
    static Header read(InputStream in, Path file, String writeAnew) {
        OpenPgpMessage message = new OpenPgpMessage(file, writeAnew);
        try {
            message.read(new BufferedInputStream(in));
        } catch (EOFException e) {
            message.truncated();
        } catch (NoPacketException e) {
            message.noMessage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            message.unreadable(e);
        }
        return new Header(List.copyOf(message.recipients), List.copyOf(message.faults));
    }

    private void read(BufferedInputStream in) throws IOException {
        in.mark(LONGEST_ARMOR_PREFIX + 1);
        int first = in.read();
        if (first < 0) {
            fault(
                    ArtefactCode.EMPTY_FILE,
                    "the file is empty",
                    "Bring the file back from a backup, or %s.".formatted(writeAnew));
            return;
        }
        in.reset();
        if ((first & 0x80) != 0) {
            walk(new PacketReader(in));
            return;
        }
        String start = new String(in.readNBytes(LONGEST_ARMOR_PREFIX), StandardCharsets.ISO_8859_1);
        in.reset();
        if (start.contains(ARMOR)) {
            walk(new PacketReader(new WholeArmor(new ArmoredInputStream(in))));
        } else {
            noMessage("no OpenPGP packet begins at byte 0");
        }
    }

    private void walk(PacketReader packets) throws IOException {
        Optional<Packet> next = packets.next();
        while (next.isPresent()) {
            Packet packet = next.get();
            switch (packet.tag()) {
                case 1 -> recipients.add(keyed(packet.head().array()));
                case 3 -> recipients.add(new Passphrase());
                case 10, 21 -> {} // marker, padding
                case 9, 18, 20 -> {
                    data(packets);
                    return;
                }
                default -> {
                    other(packet);
                    return;
                }
            }
            if (recipients.size() > MOST_RECIPIENTS) {
                noMessage("more than " + MOST_RECIPIENTS + " recipients");
                return;
            }
            next = packets.next();
        }
        truncated();
    }

    private void data(PacketReader packets) throws IOException {
        if (recipients.isEmpty()) {
            recipients.add(new Passphrase()); // RFC 9580, 5.7: the key is then made from a passphrase
        }
        packets.finish();
    }

    private Recipient keyed(byte[] head) {
        SessionKeyHead key = SessionKeyHead.parse(head);
        if (!key.known()) {
            fault(
                    ArtefactCode.UNKNOWN_ALGORITHM,
                    "a recipient with an unknown %s: %s".formatted(key.unknown(), key.shownId()),
                    "See with a newer gpg which key it is; encrypt the file anew to keys that everybody's tools know.");
        }
        return key.id().isEmpty() ? new Hidden("OpenPGP") : new OpenPgp(key.id());
    }

    private void other(Packet packet) {
        int first = packet.head().hasRemaining() ? packet.head().get(0) & 0xff : -1;
        boolean plain = recipients.isEmpty()
                && switch (packet.tag()) {
                    case 2, 4 -> first >= 3 && first <= 6; // signatures by version
                    case 8 -> first >= 0 && first <= 3; // compression by algorithm
                    case 11 -> "btul1m".indexOf(first) >= 0; // literal data by format
                    default -> false;
                };
        if (plain) {
            fault(
                    ArtefactCode.NOT_ENCRYPTED,
                    "the OpenPGP message is not encrypted: everybody can read it",
                    "Change what it holds, which is known by now, and %s.".formatted(writeAnew));
        } else {
            noMessage("a packet of type " + packet.tag() + " where a recipient or encrypted data belongs");
        }
    }

    private void truncated() {
        fault(
                ArtefactCode.TRUNCATED,
                "the file is truncated: its end is missing",
                "Bring it back from a backup, or %s.".formatted(writeAnew));
    }

    private void noMessage(String why) {
        fault(
                ArtefactCode.NO_OPENPGP,
                "the file is no OpenPGP message: " + why,
                "Bring it back from a backup, or %s.".formatted(writeAnew));
    }

    private void unreadable(IOException e) {
        if (recipients.isEmpty() && faults.isEmpty() && e.getMessage() != null) {
            noMessage("the armor cannot be read (" + e.getMessage() + ")");
        } else {
            truncated();
        }
    }

    private void fault(ArtefactCode code, String message, String hint) {
        faults.add(Finding.ofFile(code, file, message, hint));
    }
}
