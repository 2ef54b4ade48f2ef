package dev.blackstart.artefact;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Walks the packets of an OpenPGP stream by their headers (RFC 9580, 4.2) and skips the bodies. Bouncy Castle reads
 * packets whole and gives up at the first algorithm that it does not know; here each recipient counts.
 */
final class PacketReader {
    /** More than the head of any packet that names a recipient. */
    private static final int HEAD = 64;

    private static final long INDETERMINATE = -1;

    private final InputStream in;
    private long position;
    private long left;
    private boolean partial;

    /**
     * The beginning of a packet.
     *
     * @param offset of its first byte in the stream
     * @param head the first bytes of its body
     */
    record Packet(int tag, long offset, ByteBuffer head) {}

    PacketReader(InputStream in) {
        this.in = in;
    }

    /** Gives the next packet's beginning; empty at the end of the stream. */
    Optional<Packet> next() throws IOException {
        finish();
        long offset = position;
        int header = in.read();
        if (header < 0) {
            return Optional.empty();
        }
        position++;
        if ((header & 0x80) == 0) {
            throw new NoPacketException(offset);
        }
        boolean old = (header & 0x40) == 0;
        int tag = old ? header >> 2 & 0x0f : header & 0x3f;
        left = old ? oldLength(header & 3) : newLength();
        return Optional.of(new Packet(tag, offset, ByteBuffer.wrap(head())));
    }

    /** Skips the rest of the packet. */
    void finish() throws IOException {
        if (left == INDETERMINATE) {
            position += in.transferTo(OutputStream.nullOutputStream());
            left = 0;
        }
        skip(left);
        while (partial) {
            skip(newLength());
        }
        left = 0;
    }

    private byte[] head() throws IOException {
        byte[] head = in.readNBytes(left == INDETERMINATE ? HEAD : (int) Math.min(left, HEAD));
        position += head.length;
        if (left != INDETERMINATE) {
            if (head.length < Math.min(left, HEAD)) {
                throw new EOFException("the packet ends in its head");
            }
            left -= head.length;
        }
        return head;
    }

    private long oldLength(int type) throws IOException {
        return switch (type) {
            case 0 -> octet();
            case 1 -> number(2);
            case 2 -> number(4);
            default -> INDETERMINATE;
        };
    }

    private long newLength() throws IOException {
        int first = octet();
        partial = first >= 224 && first < 255;
        if (partial) {
            return 1L << (first & 0x1f);
        }
        if (first < 192) {
            return first;
        }
        return first < 224 ? ((first - 192L) << 8) + octet() + 192 : number(4);
    }

    private long number(int octets) throws IOException {
        long number = 0;
        for (int i = 0; i < octets; i++) {
            number = number << 8 | octet();
        }
        return number;
    }

    private int octet() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException("the packet ends in its header");
        }
        position++;
        return octet;
    }

    private void skip(long octets) throws IOException {
        in.skipNBytes(octets);
        position += octets;
    }
}
