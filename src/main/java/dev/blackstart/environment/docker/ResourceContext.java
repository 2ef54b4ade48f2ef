package dev.blackstart.environment.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A Dockerfile of our own, and nothing beside it. */
record ResourceContext(String resource) implements BuildContext {
    @Override
    public String dockerfile() {
        return "Dockerfile";
    }

    @Override
    public String where() {
        return "Blackstart's own " + resource;
    }

    @Override
    public String text() throws IOException {
        try (InputStream in = ResourceContext.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the jar has no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (TarArchiveOutputStream tar = Tars.writer(out)) {
            Tars.file(tar, dockerfile(), 0644, text().getBytes(StandardCharsets.UTF_8));
        }
    }
}
