package dev.blackstart.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** A directory of files, all of one owner, as a fingerprint and a sign ask for it. */
public final class FakeUploads implements Program {
    /** Where they lie. */
    public static final String DIRECTORY = "/srv/uploads";

    private static final String OWNER = "/srv/owner-of-uploads";

    /** Give all of them to somebody. */
    public static void own(FakeHost host, String owner) {
        host.put(OWNER, owner);
    }

    @Override
    public Optional<Outcome> run(FakeHost host, Command command) {
        List<String> words = command.arguments();
        if (words.get(0).equals("perl") && command.input().startsWith(DIRECTORY)) {
            return Optional.of(Outcomes.ok(listed(host, command.input().split("\0")[1])));
        } else if (words.contains("sign")) {
            host.put(words.get(4), words.get(5) + "\n");
            return Optional.of(Outcomes.ok(words.get(5) + "\n"));
        } else if (words.get(0).equals("cat") && words.get(1).startsWith(DIRECTORY)) {
            return Optional.of(host.text(words.get(1)).map(Outcomes::ok).orElseGet(() -> Outcomes.failed(1, "none")));
        }
        return Optional.empty();
    }

    private static String listed(FakeHost host, String mark) {
        StringBuilder lines = new StringBuilder();
        int listed = 0;
        if (!host.below(DIRECTORY).isEmpty()) {
            lines.append(line(host, "d", ".", new byte[0], ""));
            listed++;
        }
        for (var file : host.below(DIRECTORY).entrySet()) {
            if (!file.getKey().contains(mark)) {
                lines.append(line(host, "f", "./" + file.getKey(), file.getValue(), digest(file.getValue())));
                listed++;
            }
        }
        return lines + (listed == 0 ? "none\n" : "listed\0" + listed + "\n") + "end\n";
    }

    private static String line(FakeHost host, String type, String name, byte[] content, String held) {
        String owner = host.text(OWNER).orElse("root");
        return String.join("\0", type, name, "0644", owner, owner, "" + content.length, held, "0", "", "") + "\n";
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "%064x".formatted(new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(new String(content, ISO_8859_1), e);
        }
    }
}
