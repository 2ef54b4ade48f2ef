package dev.blackstart.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts a value into the parts that are secret on their own: a key file is shown by its lines as well. */
final class Pieces {
    /** Shorter lines are too easily ordinary text. */
    private static final int SHORTEST_LINE = 16;

    private static final Pattern PEM_BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /** The last line of OpenPGP's armour (RFC 9580, section 6.1), which tells nothing. */
    private static final Pattern CHECKSUM = Pattern.compile("\\n=[A-Za-z0-9+/]{4}\\s*$");

    /** What every OpenSSH key file without a passphrase begins with; it tells nothing about the key. */
    private static final String OPENSSH_MAGIC = "b3BlbnNzaC1rZXktdjE";

    private Pieces() {}

    /** The value, and each private block of a file of several PEM blocks. */
    static List<byte[]> whole(Secret secret) {
        String value = value(secret);
        List<byte[]> pieces = new ArrayList<>();
        pieces.add(bytes(value));
        privateBlocks(value).map(MatchResult::group).map(Pieces::bytes).forEach(pieces::add);
        return pieces;
    }

    /** The lines and bodies that betray a value of several lines; public blocks and generic lines are left out. */
    static List<byte[]> partial(Secret secret) {
        String value = value(secret);
        if (value.indexOf('\n') < 0) {
            return List.of();
        }
        String unpublished = PEM_BLOCK.matcher(value).replaceAll(b -> isPublic(b) ? "" : "$0");
        Stream<String> lines = unpublished.lines();
        Stream<String> bodies = privateBlocks(value).map(block -> block.group(2));
        return Stream.concat(lines, bodies)
                .map(Blank::trim)
                .filter(line -> Blank.without(line).length() >= SHORTEST_LINE)
                .filter(line -> !line.startsWith("-----"))
                .filter(line -> line.indexOf('\n') >= 0 || !line.startsWith(OPENSSH_MAGIC))
                .map(Pieces::bytes)
                .toList();
    }

    /** Whether a value is made of PEM blocks, of which some are private. */
    static boolean keyFile(Secret secret) {
        return privateBodies(secret).findAny().isPresent();
    }

    /** The public blocks of a value. */
    static String published(Secret secret) {
        return PEM_BLOCK
                .matcher(value(secret))
                .results()
                .filter(Pieces::isPublic)
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));
    }

    /** The bodies of the private blocks of a value. */
    static Stream<String> privateBodies(Secret secret) {
        return privateBlocks(value(secret)).map(block -> block.group(2));
    }

    /** The private OpenPGP blocks of a value. */
    static Stream<String> openPgp(Secret secret) {
        return privateBlocks(value(secret))
                .map(MatchResult::group)
                .filter(block -> block.startsWith("-----BEGIN PGP PRIVATE KEY BLOCK-----"));
    }

    /** What betrays a value by any part of it: the value, or what is private in it where it is made of blocks. */
    static List<byte[]> betraying(Secret secret) {
        String value = value(secret);
        String rest = PEM_BLOCK.matcher(value).replaceAll("");
        List<byte[]> pieces = new ArrayList<>();
        Stream.concat(privateBlocks(value).map(block -> block.group(2)), Stream.of(rest))
                .map(piece -> Blank.trim(CHECKSUM.matcher(piece).replaceFirst("")))
                .filter(piece -> !piece.isEmpty())
                .map(Pieces::bytes)
                .forEach(pieces::add);
        return pieces;
    }

    private static Stream<MatchResult> privateBlocks(String value) {
        return PEM_BLOCK.matcher(value).results().filter(block -> !isPublic(block));
    }

    private static boolean isPublic(MatchResult block) {
        return block.group(1).contains("CERTIFICATE") || block.group(1).contains("PUBLIC KEY");
    }

    /** One character a byte, without the line end that files have and shells drop. */
    private static String value(Secret secret) {
        return Blank.trim(new String(secret.revealBytes(), ISO_8859_1));
    }

    private static byte[] bytes(String piece) {
        return piece.getBytes(ISO_8859_1);
    }
}
