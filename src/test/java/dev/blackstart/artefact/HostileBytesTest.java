package dev.blackstart.artefact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.artefact.Recipient.Hidden;
import dev.blackstart.artefact.Recipient.OpenPgp;
import dev.blackstart.artefact.Recipient.Passphrase;
import dev.blackstart.finding.Finding;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Packets that no program here writes yet, and bytes that are none. */
class HostileBytesTest {
    private static final Path FILE = Path.of("x.gpg");
    private static final String FINGERPRINT = "0123456789ABCDEF".repeat(4);

    private static Header read(String hex) {
        return OpenPgpMessage.read(new ByteArrayInputStream(HexFormat.of().parseHex(hex)), FILE);
    }

    @Test
    void a_recipient_of_version_six_is_named_by_its_fingerprint() {
        // RFC 9580, 5.1.2: version, length, version of the key, fingerprint, algorithm (25: X25519)
        Header header = read("c126" + "06" + "21" + "06" + FINGERPRINT + "19" + "aabb" + "d20102");

        assertThat(header.recipients()).containsExactly(new OpenPgp(FINGERPRINT));
        assertThat(header.faults()).isEmpty();
    }

    @Test
    void a_recipient_of_version_six_may_be_hidden() {
        assertThat(read("c105" + "06" + "00" + "19" + "aabb" + "d20102").recipients())
                .containsExactly(new Hidden("OpenPGP"));
    }

    @Test
    void a_recipient_of_a_version_to_come_is_counted_and_named() {
        Header header = read("c103" + "09aabb" + "d20102");

        assertThat(header.recipients()).containsExactly(new Hidden("OpenPGP"));
        assertThat(header.faults()).map(Finding::code).containsExactly(ArtefactCode.UNKNOWN_ALGORITHM);
    }

    @Test
    void data_in_parts_is_followed_to_its_end() {
        String recipient = "c10c" + "03" + "0123456789abcdef" + "12" + "aabb";
        String parts = "d2" + "e1" + "0102" + "e0" + "03" + "01" + "04";

        assertThat(read(recipient + parts).faults()).isEmpty();
        assertThat(read(recipient + parts.substring(0, parts.length() - 2)).faults())
                .map(Finding::code)
                .containsExactly(ArtefactCode.TRUNCATED);
    }

    @Test
    void data_without_any_recipient_is_opened_by_a_passphrase() {
        assertThat(read("c90102").recipients()).containsExactly(new Passphrase());
    }

    @Test
    void recipients_without_data_are_a_truncated_file() {
        assertThat(read("c10c" + "03" + "0123456789abcdef" + "12" + "aabb").faults())
                .map(Finding::code)
                .containsExactly(ArtefactCode.TRUNCATED);
    }

    @Test
    void no_bytes_whatever_break_the_readers() {
        long seed = Long.getLong("blackstart.seed", new Random().nextLong());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 1 && random.nextBoolean()) {
                bytes[0] = (byte) (0xc0 | random.nextInt(4)); // a packet that may name a recipient
            }
            assertThat(OpenPgpMessage.read(new ByteArrayInputStream(bytes), FILE))
                    .isNotNull();
            assertThat(AgeFile.read(new ByteArrayInputStream(bytes), FILE, "")).isNotNull();
            List<Certificate> found = new ArrayList<>();
            List<Finding> faults = new ArrayList<>();
            new Certificates(FILE, "x", found, faults).read(bytes);
            new Keyring(found, GpgSays.NOTHING, faults).all();
        }
    }

    @Test
    void no_armor_whatever_breaks_the_readers() {
        Random random = new Random(Long.getLong("blackstart.seed", 1));
        String alphabet = "ABCwxy019+/=\n\r -:é";
        for (int i = 0; i < 20_000; i++) {
            String kind = random.nextBoolean() ? "MESSAGE" : "PUBLIC KEY BLOCK";
            StringBuilder text = new StringBuilder("-----BEGIN PGP " + kind + "-----\n\n");
            for (int length = random.nextInt(120); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            text.append(random.nextBoolean() ? "\n-----END PGP " + kind + "-----\n" : "");
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(OpenPgpMessage.read(new ByteArrayInputStream(bytes), FILE))
                    .isNotNull();
            List<Finding> faults = new ArrayList<>();
            new Certificates(FILE, "x", new ArrayList<>(), faults).read(bytes);
            assertThat(faults).isNotEmpty();
        }
    }

    @Test
    void text_that_only_looks_like_an_armor_is_no_message() {
        byte[] bytes = "-----BEGIN PGP MESSAGE-----\n\n!!!! not base64 !!!!\n-----END PGP MESSAGE-----\n"
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(OpenPgpMessage.read(new ByteArrayInputStream(bytes), FILE).faults())
                .isNotEmpty();
    }
}
