package dev.blackstart.artefact;

import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads files that others wrote: regular ones only, as others could make a reader wait for ever, and within bounds. */
public final class Bytes {
    private Bytes() {}

    /** Reads a file of at most so many bytes; what is wrong with it joins the faults. */
    public static Optional<byte[]> read(Path file, long most, List<Finding> faults) {
        Optional<InputStream> opened = open(file, faults);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = opened.get()) {
            byte[] bytes = in.readNBytes(Math.toIntExact(most + 1));
            if (bytes.length > most) {
                faults.add(Finding.ofFile(
                        ArtefactCode.UNREADABLE,
                        file,
                        "the file is larger than " + (most >> 20) + " MiB",
                        "Name the file that was meant; this one was not read."));
                return Optional.empty();
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            faults.add(unreadable(file, e));
            return Optional.empty();
        }
    }

    static Optional<String> text(Path file, long most, List<Finding> faults) {
        return read(file, most, faults).flatMap(bytes -> {
            try {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
            } catch (CharacterCodingException e) {
                faults.add(Finding.ofFile(
                        ArtefactCode.UNREADABLE, file, "the file is not UTF-8", "Save it in the encoding UTF-8."));
                return Optional.empty();
            }
        });
    }

    static Optional<InputStream> open(Path file, List<Finding> faults) {
        try {
            if (Files.isDirectory(file)) {
                faults.add(Finding.ofFile(
                        ArtefactCode.UNREADABLE,
                        file,
                        "a directory stands where a file belongs",
                        "Rename or remove it."));
                return Optional.empty();
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                faults.add(Finding.ofFile(
                        ArtefactCode.UNREADABLE, file, "not a regular file", "Remove the pipe, socket or device."));
                return Optional.empty();
            }
            return Optional.of(Files.newInputStream(file));
        } catch (IOException e) {
            faults.add(unreadable(file, e));
            return Optional.empty();
        }
    }

    private static Finding unreadable(Path file, IOException e) {
        return e instanceof NoSuchFileException
                ? Finding.ofFile(ArtefactCode.UNREADABLE, file, "no such file", "Create it, or correct the path.")
                : Finding.ofFile(
                        ArtefactCode.UNREADABLE,
                        file,
                        "the file cannot be read",
                        "Check its permissions: " + e.getClass().getSimpleName() + ".");
    }
}
