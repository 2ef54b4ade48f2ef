package dev.blackstart.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Searches what is about to leave the run for secret values, in every form that a {@link Redactor} hides. */
public final class SecretScan {
    private static final int CHUNK = 1 << 16;

    private final Automaton automaton;

    private SecretScan(Automaton automaton) {
        this.automaton = automaton;
    }

    /**
     * Search for these.
     *
     * @throws UnhideableSecretException if a value is too short to be told from ordinary text
     */
    public static SecretScan of(Collection<Secret> secrets) {
        return new SecretScan(new Automaton(Shape.of(secrets)));
    }

    /** Search a text, called {@code where} in what is found. */
    public List<Leak> text(String where, CharSequence text) {
        Search search = new Search(where);
        search.sieve.write(text);
        return search.finish();
    }

    /** Search bytes, called {@code where} in what is found. */
    public List<Leak> bytes(String where, byte[] bytes) {
        return text(where, new String(bytes, ISO_8859_1));
    }

    /** Search a file of any size. */
    public List<Leak> file(Path file) throws IOException {
        Search search = new Search(file.toString());
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                search.sieve.write(new String(chunk, 0, n, ISO_8859_1));
            }
        }
        return search.finish();
    }

    /** Search every regular file below a directory, and its path too; links are not followed. */
    public List<Leak> tree(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(directory)) {
            files = walk.filter(path -> !Files.isDirectory(path)).sorted().toList();
        }
        List<Leak> leaks = new ArrayList<>();
        for (Path file : files) {
            leaks.addAll(text("a file name in " + directory, file.toString()));
            if (Files.isRegularFile(file)) {
                leaks.addAll(file(file));
            }
        }
        return List.copyOf(leaks);
    }

    private final class Search implements Sieve.Sink {
        private final String where;
        private final Sieve sieve = new Sieve(automaton, Windows.NONE, this);
        private final List<Leak> leaks = new ArrayList<>();

        Search(String where) {
            this.where = where;
        }

        List<Leak> finish() {
            sieve.finish();
            return List.copyOf(leaks);
        }

        @Override
        public void clean(CharSequence text, int begin, int end) {
            // Only what is found counts.
        }

        @Override
        public void found(Shape shape, long begin, long end) {
            leaks.add(new Leak(shape.secret(), shape.form().name().toLowerCase(Locale.ROOT), where, begin));
        }
    }
}
