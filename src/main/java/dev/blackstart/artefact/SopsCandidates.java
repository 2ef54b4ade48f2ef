package dev.blackstart.artefact;

import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds which files sops may have written, by what stands in them: sops takes any name. */
final class SopsCandidates {
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int END_BYTES = 64 * 1024;
    private static final String ENCRYPTED = "ENC[AES256_GCM,";
    private static final Pattern METADATA =
            Pattern.compile("(?m)^sops:|\"sops\"\\s*:|^sops_(mac|version|lastmodified)=|^\\[sops]");

    private final List<Finding> faults;

    SopsCandidates(List<Finding> faults) {
        this.faults = faults;
    }

    /** Gives the text of a file that sops may have written; what cannot be read is said, as sops may have written it. */
    Optional<String> text(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                large(file);
                return Optional.empty();
            }
        } catch (IOException e) {
            // What cannot be asked for its size cannot be read either: said below.
        }
        return Bytes.read(file, MOST_BYTES, faults).flatMap(bytes -> text(file, bytes));
    }

    private Optional<String> text(Path file, byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        if (marked(raw)) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
            } catch (CharacterCodingException e) {
                unreadable(file, "the file looks like one of sops and is not UTF-8");
            }
        } else if (raw.indexOf('\0') >= 0 && marked(raw.replace("\0", ""))) {
            unreadable(file, "the file looks like one of sops and is in UTF-16, which sops does not read");
        }
        return Optional.empty();
    }

    /** sops writes what it says of itself at the end; whoever moves it by hand moves it to the top. */
    private void large(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] top = in.readNBytes(END_BYTES);
            in.skipNBytes(Files.size(file) - 2L * END_BYTES);
            byte[] end = in.readNBytes(END_BYTES);
            if (marked(new String(top, StandardCharsets.ISO_8859_1) + new String(end, StandardCharsets.ISO_8859_1))) {
                unreadable(
                        file, "the file looks like one of sops and is larger than %d MiB".formatted(MOST_BYTES >> 20));
            }
        } catch (IOException e) {
            unreadable(file, "the file cannot be read");
        }
    }

    private static boolean marked(String text) {
        return text.contains(ENCRYPTED) && METADATA.matcher(text).find();
    }

    private void unreadable(Path file, String message) {
        faults.add(Finding.ofFile(
                ArtefactCode.UNREADABLE, file, message, "Save it in UTF-8, or bring it back from a backup."));
    }
}
