package dev.blackstart.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A tar file in memory, of files that their owner alone reads; it travels to a machine through standard input. */
public final class Archive {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);

    public Archive() {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    /** Add a file. */
    public void add(String name, byte[] content) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        entry.setMode(0600);
        try {
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot pack " + name, e);
        }
    }

    /** End it, and give it as text. */
    public String base64() {
        try {
            tar.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot end an archive", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
