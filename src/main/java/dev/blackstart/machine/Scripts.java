package dev.blackstart.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The scripts that lie beside our classes; they hold nothing secret, so they may travel as an argument. */
public final class Scripts {
    private Scripts() {}

    /** The command line that runs the script {@code name} which lies beside a class. */
    public static List<String> bash(Class<?> beside, String name, List<String> arguments) {
        return bash(beside, List.of(name), arguments);
    }

    /** The same for a script that needs others before it: they are read in this order, and the last has its name. */
    public static List<String> bash(Class<?> beside, List<String> names, List<String> arguments) {
        String text = names.stream().map(name -> text(beside, name)).collect(Collectors.joining("\n"));
        List<String> line = new ArrayList<>(List.of("bash", "-c", text, names.get(names.size() - 1)));
        line.addAll(arguments);
        return line;
    }

    /** The text of the script {@code name}, for whoever runs it otherwise. */
    public static String text(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no such script: " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
