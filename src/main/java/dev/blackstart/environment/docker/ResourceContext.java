package dev.blackstart.environment.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = ResourceContext.class.getResourceAsStream(resource);
                TarArchiveOutputStream tar = Tars.writer(out)) {
            if (in == null) {
                throw new IOException("the jar has no " + resource);
            }
            Tars.file(tar, dockerfile(), 0644, in.readAllBytes());
        }
    }
}
