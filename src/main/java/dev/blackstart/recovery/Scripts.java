package dev.blackstart.recovery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The shell scripts that lie beside our classes; they hold nothing secret, so they travel as an argument. */
public final class Scripts {
    private Scripts() {}

    /** The command line that runs the script {@code name} which lies beside a class. */
    public static List<String> bash(Class<?> beside, String name, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of("bash", "-c", text(beside, name), name));
        line.addAll(arguments);
        return line;
    }

    private static String text(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no such script: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
