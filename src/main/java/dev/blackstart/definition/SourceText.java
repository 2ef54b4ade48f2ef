package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a file that a user wrote, read only once it is known to be small and UTF-8.
 *
 * @param file as messages name it
 * @param digest SHA-256 of the file's bytes, in hex
 */
record SourceText(Path file, String text, String digest) {
    /** More than a hundred times what a long runbook needs; it keeps a wrong path from filling the memory. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\n]");

    static Optional<SourceText> read(Path path, ShownPaths shownPaths, Problems problems) {
        Path shown = shownPaths.shown(path);
        Place start = Place.start(shown);
        try {
            if (!Files.isRegularFile(path)) {
                problems.error(start, "no such file", "Create it, or correct the path.");
                return Optional.empty();
            }
            byte[] bytes = start(path);
            if (bytes.length > MOST_BYTES) {
                problems.error(
                        start,
                        "the file is larger than 1 MiB",
                        "Definitions are small; data belongs into volumes and images.");
                return Optional.empty();
            }
            return decode(bytes, shown, problems);
        } catch (IOException e) {
            problems.error(start, "the file cannot be read", "Check its permissions: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    /** Reads one byte more than is allowed at the most, whatever size the file says that it has. */
    private static byte[] start(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    private static Optional<SourceText> decode(byte[] bytes, Path shown, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            problems.error(endOf(text, shown), "the file is not UTF-8", "Save it in the encoding UTF-8.");
            return Optional.empty();
        }
        return Optional.of(
                new SourceText(shown, text.startsWith("\uFEFF") ? text.substring(1) : text, Sha256.hex(bytes)));
    }

    /** Names the character that follows this text. */
    static Place endOf(String text, Path shown) {
        String[] lines = LINE_BREAK.split(text, -1);
        String last = lines[lines.length - 1];
        return new Place(shown, lines.length, 1 + last.codePointCount(0, last.length()));
    }
}
