package dev.blackstart.proof;

import dev.blackstart.artefact.LocalTool;
import dev.blackstart.artefact.LocalTool.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A signature of OpenSSH's, checked by ssh-keygen, which knows keys on tokens too. It says itself which key has signed:
 * the inventory's fingerprint is enough to tell whose it is.
 */
final class SshSignature {
    /** What the signature is for, so that none made for something else counts here, nor the other way round. */
    static final String NAMESPACE = ProofLine.WORD;

    private static final String BEGIN = "-----BEGIN SSH SIGNATURE-----";
    private static final String END = "-----END SSH SIGNATURE-----";
    private static final Pattern KEY = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    private final String text;

    private SshSignature(String text) {
        this.text = text;
    }

    /** Finds the signature in an answer; empty if there is none that is whole. */
    static Optional<SshSignature> in(String answer) {
        int start = answer.indexOf(BEGIN);
        int end = answer.indexOf(END, Math.max(start, 0));
        return start < 0 || end < 0
                ? Optional.empty()
                : Optional.of(new SshSignature(unix(answer.substring(start, end + END.length())) + "\n"));
    }

    /** Says whether ssh-keygen can be asked here. */
    static boolean canBeChecked() {
        return LocalTool.run(List.of("ssh-keygen", "-Y", "check-novalidate"), new byte[0])
                .isPresent();
    }

    /** Gives the fingerprint of the key that has signed the text, whichever way its lines ended there. */
    Optional<String> signer(String signed) {
        return Stream.of(signed, unix(signed), unix(signed).replace("\n", "\r\n"))
                .distinct()
                .flatMap(variant -> checked(variant).stream())
                .findFirst();
    }

    private Optional<String> checked(String signed) {
        try {
            Path file = Files.createTempFile("signature", "");
            try {
                Files.writeString(file, text);
                return LocalTool.run(
                                List.of("ssh-keygen", "-Y", "check-novalidate", "-n", NAMESPACE, "-s", file.toString()),
                                signed.getBytes(StandardCharsets.UTF_8))
                        .filter(Said::good)
                        .map(Said::text)
                        .map(KEY::matcher)
                        .filter(Matcher::find)
                        .map(Matcher::group);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unix(String text) {
        return text.replace("\r\n", "\n");
    }
}
