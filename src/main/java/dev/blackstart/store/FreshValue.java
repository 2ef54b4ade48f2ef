package dev.blackstart.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Scripts;
import dev.blackstart.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Another value of the same kind as a secret's own: made as its own was, where the inventory says how; else of the same
 * shape, so that only whoever really uses it can tell the two apart.
 */
final class FreshValue {
    private static final Duration MADE_WITHIN = Duration.ofMinutes(1);

    private FreshValue() {}

    /** Make one on a desk; empty: nothing of this value can be another without being malformed. */
    static Optional<Secret> like(Desk desk, Secret own, Optional<Generator> generator) {
        Optional<Generator> maker = generator.or(() -> keyMaker(own.revealBytes()));
        Optional<byte[]> value = maker.isPresent()
                ? Optional.of(made(desk, own.name(), maker.get()))
                : shaped(own.revealBytes(), new SecureRandom());
        return value.map(other -> Values.secret(own.name(), other));
    }

    private static Optional<Generator> keyMaker(byte[] own) {
        String text = new String(own, ISO_8859_1);
        if (text.contains("-----BEGIN OPENSSH PRIVATE KEY-----")) {
            return Optional.of(new Generator(Generator.Kind.SSH_ED25519, "", 0));
        }
        return text.contains("PRIVATE KEY-----") && text.contains("-----BEGIN CERTIFICATE-----")
                ? Optional.of(new Generator(Generator.Kind.TLS_SELF_SIGNED, "", 0))
                : Optional.empty();
    }

    /** Make a value as it is said how. */
    static byte[] made(Desk desk, String name, Generator generator) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(generator.prefix().getBytes(ISO_8859_1));
        List<String> script = Scripts.bash(
                FreshValue.class,
                List.of("make-value.sh", "fresh-value.sh"),
                List.of(generator.kind().word(), name, Integer.toString(generator.bytes())));
        StoreException.check("another value of " + name + " could not be made", desk.stream(script, MADE_WITHIN, out));
        return out.toByteArray();
    }

    /** Each letter and digit becomes another of its kind; what holds a value together stays. */
    static Optional<byte[]> shaped(byte[] own, RandomGenerator random) {
        boolean hex = new String(own, ISO_8859_1).matches("(?s)[^A-Za-z0-9]*[A-Fa-f0-9][^g-zG-Z]*");
        byte[] other = own.clone();
        boolean changed = false;
        for (int at = 0; at < other.length; at++) {
            Optional<String> kind = alphabet((char) (other[at] & 0xff), hex);
            if (kind.isPresent()) {
                other[at] = (byte) another((char) other[at], kind.get(), random);
                changed = true;
            }
        }
        return changed ? Optional.of(other) : Optional.empty();
    }

    private static Optional<String> alphabet(char letter, boolean hex) {
        if (letter >= '0' && letter <= '9') {
            return Optional.of("0123456789");
        }
        if (letter >= 'a' && letter <= 'z') {
            return Optional.of(hex ? "abcdef" : "abcdefghijklmnopqrstuvwxyz");
        }
        return letter >= 'A' && letter <= 'Z'
                ? Optional.of(hex ? "ABCDEF" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                : Optional.empty();
    }

    private static char another(char letter, String alphabet, RandomGenerator random) {
        int next = 1 + random.nextInt(alphabet.length() - 1);
        return alphabet.charAt((alphabet.indexOf(letter) + next) % alphabet.length());
    }
}
