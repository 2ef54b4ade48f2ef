package dev.blackstart.secret;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What everybody may know of an OpenPGP private key (RFC 4880): names and signatures, which its public file has too. Where
 * they happen to lie three, six, nine… bytes further in the one than in the other, both files have whole lines in common.
 */
final class PublicPackets {
    private static final Set<Integer> PUBLIC = Set.of(2, 13, 17); // signature, user id, user attribute
    private static final int NEW_FORMAT = 0x40;
    private static final int ONE_BYTE = 192;
    private static final int TWO_BYTES = 224;
    private static final int FIVE_BYTES = 255;

    private PublicPackets() {}

    /** The lines of an armored body that hold such packets only. What cannot be read is not public. */
    static Set<String> lines(String body) {
        List<String> lines = body.strip().lines().map(Blank::trim).toList();
        List<String> armored = lines.subList(lines.lastIndexOf("") + 1, lines.size()).stream()
                .filter(line -> !line.startsWith("="))
                .toList();
        try {
            BitSet known = published(ByteBuffer.wrap(Base64.getDecoder().decode(String.join("", armored))));
            Set<String> found = new HashSet<>();
            int at = 0;
            for (String line : armored) {
                int end = at + Base64.getDecoder().decode(line).length;
                if (known.nextClearBit(at) >= end) {
                    found.add(line);
                }
                at = end;
            }
            return found;
        } catch (IllegalArgumentException e) {
            return Set.of(); // no armor
        }
    }

    private static BitSet published(ByteBuffer key) {
        BitSet known = new BitSet();
        try {
            while (key.hasRemaining()) {
                int begin = key.position();
                int head = key.get() & 0xFF;
                boolean recent = (head & NEW_FORMAT) != 0;
                int tag = recent ? head & 0x3F : (head >> 2) & 0xF;
                int length = recent ? recentLength(key) : oldLength(key, head & 3);
                int end = Math.addExact(key.position(), length);
                key.position(end);
                if (PUBLIC.contains(tag)) {
                    known.set(begin, end);
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
            return known; // whatever follows is not known to be public
        }
        return known;
    }

    private static int oldLength(ByteBuffer key, int type) {
        return switch (type) {
            case 0 -> key.get() & 0xFF;
            case 1 -> key.getShort() & 0xFFFF;
            case 2 -> key.getInt();
            default -> throw new IllegalArgumentException("a packet without a length");
        };
    }

    private static int recentLength(ByteBuffer key) {
        int first = key.get() & 0xFF;
        if (first < ONE_BYTE) {
            return first;
        } else if (first < TWO_BYTES) {
            return ((first - ONE_BYTE) << 8) + (key.get() & 0xFF) + ONE_BYTE;
        } else if (first == FIVE_BYTES) {
            return key.getInt();
        }
        throw new IllegalArgumentException("a packet in parts");
    }
}
