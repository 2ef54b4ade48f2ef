package dev.blackstart.environment.docker;

import com.github.dockerjava.core.GoLangFileMatch;
import dev.blackstart.definition.Service;
import dev.blackstart.environment.EngineException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A directory, or one that a link leads to, without what its {@code .dockerignore} names. Owners and times are left out, and
 * of modes all but the executable bit, so that a fresh checkout builds the same image.
 */
record DirectoryContext(Path directory, String dockerfile, List<String> ignored) implements BuildContext {
    static DirectoryContext of(Service.Build build) {
        Path ignore = build.context().resolve(".dockerignore");
        try {
            List<String> patterns = Files.exists(ignore)
                    ? Files.readAllLines(ignore).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .toList()
                    : List.of();
            return new DirectoryContext(build.context().toRealPath(), build.dockerfile(), patterns);
        } catch (IOException e) {
            throw new EngineException("cannot read " + ignore + ": " + e.getMessage(), "Make it readable.", e);
        }
    }

    @Override
    public String where() {
        return directory.resolve(dockerfile).toString();
    }

    @Override
    public String text() throws IOException {
        return Files.readString(directory.resolve(dockerfile));
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (TarArchiveOutputStream tar = Tars.writer(out);
                Stream<Path> walk = Files.walk(directory)) {
            List<Path> paths = walk.filter(path -> !path.equals(directory))
                    .filter(path -> !left(directory.relativize(path).toString()))
                    .sorted()
                    .toList();
            for (Path path : paths) {
                add(tar, path);
            }
        }
    }

    /** Whether a path is left out: the last pattern that matches it or a directory above it decides. */
    boolean left(String path) {
        if (path.equals(dockerfile)) {
            return false;
        }
        boolean left = false;
        for (String pattern : ignored) {
            boolean exception = pattern.startsWith("!");
            String plain = (exception ? pattern.substring(1) : pattern).replaceAll("^/|/$", "");
            if (GoLangFileMatch.match(plain, path) || above(path).anyMatch(up -> GoLangFileMatch.match(plain, up))) {
                left = !exception;
            }
        }
        return left;
    }

    private static Stream<String> above(String path) {
        return Stream.iterate(path.lastIndexOf('/'), at -> at > 0, at -> path.lastIndexOf('/', at - 1))
                .map(at -> path.substring(0, at));
    }

    private void add(TarArchiveOutputStream tar, Path path) throws IOException {
        String name = directory.relativize(path).toString();
        if (Files.isSymbolicLink(path)) {
            TarArchiveEntry entry = Tars.anonymous(name, TarConstants.LF_SYMLINK, 0777);
            entry.setLinkName(Files.readSymbolicLink(path).toString());
            tar.putArchiveEntry(entry);
        } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            tar.putArchiveEntry(Tars.anonymous(name + "/", TarConstants.LF_DIR, 0755));
        } else {
            TarArchiveEntry entry =
                    Tars.anonymous(name, TarConstants.LF_NORMAL, Files.isExecutable(path) ? 0755 : 0644);
            entry.setSize(Files.size(path));
            tar.putArchiveEntry(entry);
            Files.copy(path, tar);
        }
        tar.closeArchiveEntry();
    }
}
