package dev.blackstart.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A key pair as gpg writes it, whose private part is as long as it takes to have lines in common with the public one. */
class PublicPacketsTest {
    private static final int PUBLIC_KEY = 0x98;
    private static final int PRIVATE_KEY = 0x94;
    private static final int USER = 0xb4;
    private static final int SIGNATURE = 0x88;

    private final Random random = new Random(7);
    private final byte[] known = bytes(51);
    private final byte[] user = bytes(20);
    private final byte[] signature = bytes(144);

    @Test
    void the_public_file_of_a_key_does_not_show_its_private_one_whatever_they_have_in_common() {
        for (int more = 30; more < 40; more++) {
            String privateFile = armored("PRIVATE", PRIVATE_KEY, more);
            SecretScan scan = SecretScan.of(List.of(Secret.of("key", privateFile)));

            assertThat(scan.text("documents", armored("PUBLIC", PUBLIC_KEY, 0))).isEmpty();
        }
    }

    @Test
    void a_line_of_what_is_private_shows_it() {
        String privateFile = armored("PRIVATE", PRIVATE_KEY, 36);
        SecretScan scan = SecretScan.of(List.of(Secret.of("key", privateFile)));

        assertThat(scan.text("documents", privateFile.lines().toList().get(2))).hasSize(1);
        assertThat(scan.text("documents", privateFile.lines().toList().get(3))).hasSize(1);
    }

    @Test
    void what_cannot_be_read_is_not_public() {
        assertThat(PublicPackets.lines("\nno armor at all, and long enough")).isEmpty();
        assertThat(PublicPackets.lines("\n" + Base64.getEncoder().encodeToString(new byte[] {(byte) SIGNATURE, 99, 1})))
                .isEmpty();
    }

    private String armored(String kind, int head, int more) {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        byte[] all = java.util.Arrays.copyOf(known, known.length + more);
        packet(key, head, all);
        packet(key, USER, user);
        packet(key, SIGNATURE, signature);
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.toByteArray());
        return "-----BEGIN PGP %s KEY BLOCK-----\n\n%s\n=abcd\n-----END PGP %s KEY BLOCK-----\n"
                .formatted(kind, body, kind);
    }

    private static void packet(ByteArrayOutputStream key, int head, byte[] content) {
        key.write(head);
        key.write(content.length);
        key.writeBytes(content);
    }

    private byte[] bytes(int length) {
        byte[] drawn = new byte[length];
        random.nextBytes(drawn);
        return drawn;
    }
}
