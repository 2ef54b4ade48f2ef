package dev.blackstart.secret;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/**
 * What the armoured private file of an OpenPGP key has in common with its public one: names and signatures, byte for byte, and
 * the public key itself. Where a line of one begins at the same byte as a line of the other, the two lines are equal.
 */
final class OpenPgpPublicHalf {
    private static final int SECRET_KEY = 5;
    private static final int SECRET_SUBKEY = 7;

    private OpenPgpPublicHalf() {}

    /** All of it as base64, for each byte that a line may begin with; empty: it is no private OpenPGP key. */
    static List<String> of(String block) {
        try (ArmoredInputStream armor =
                new ArmoredInputStream(new ByteArrayInputStream(block.getBytes(StandardCharsets.ISO_8859_1)))) {
            byte[] packets = armor.readAllBytes();
            List<byte[]> known = new ArrayList<>(stretches(ByteBuffer.wrap(packets)));
            byte[] last = known.isEmpty() ? new byte[0] : known.get(known.size() - 1);
            for (PGPSecretKey key : new PGPSecretKeyRing(packets, new BcKeyFingerprintCalculator())) {
                known.add(body(key.getPublicKey()));
            }
            return Stream.concat(known.stream().flatMap(bytes -> Form.BASE64.write(bytes).stream()), ends(last))
                    .distinct()
                    .toList();
        } catch (IOException | PGPException | BufferUnderflowException | IllegalArgumentException e) {
            return List.of(); // something else: nothing of it is known
        }
    }

    /** How it ends, up to the sign before the checksum. */
    private static Stream<String> ends(byte[] last) {
        return IntStream.range(0, 3).mapToObj(before -> {
            byte[] shifted = new byte[before + last.length];
            System.arraycopy(last, 0, shifted, before, last.length);
            return Base64.getEncoder().encodeToString(shifted).substring(2 * before) + "=";
        });
    }

    private static byte[] body(PGPPublicKey key) throws IOException {
        return key.getPublicKeyPacket().getEncodedContents();
    }

    /** What stands between secret packets (RFC 9580, section 4.2). */
    private static List<byte[]> stretches(ByteBuffer packets) {
        List<byte[]> stretches = new ArrayList<>();
        int from = 0;
        while (packets.hasRemaining()) {
            int begin = packets.position();
            int first = packets.get() & 0xff;
            boolean current = (first & 0x40) != 0;
            int tag = current ? first & 0x3f : (first >> 2) & 0xf;
            long length = current ? length(packets) : oldLength(packets, first & 3);
            if (length > packets.remaining()) {
                throw new BufferUnderflowException();
            }
            packets.position(packets.position() + (int) length);
            if (tag == SECRET_KEY || tag == SECRET_SUBKEY) {
                add(stretches, packets, from, begin);
                from = packets.position();
            }
        }
        add(stretches, packets, from, packets.position());
        return stretches;
    }

    private static void add(List<byte[]> stretches, ByteBuffer packets, int from, int to) {
        if (from < to) {
            byte[] stretch = new byte[to - from];
            packets.get(from, stretch);
            stretches.add(stretch);
        }
    }

    private static long length(ByteBuffer packets) {
        int one = packets.get() & 0xff;
        if (one < 192) {
            return one;
        }
        return one < 224 ? ((one - 192) << 8) + (packets.get() & 0xff) + 192L : packets.getInt() & 0xffffffffL;
    }

    private static long oldLength(ByteBuffer packets, int kind) {
        return switch (kind) {
            case 0 -> packets.get() & 0xff;
            case 1 -> packets.getShort() & 0xffff;
            case 2 -> packets.getInt() & 0xffffffffL;
            default -> packets.remaining();
        };
    }
}
