package dev.blackstart.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Carries out every damage to what is real, asks everybody who may see it, and writes down who does, between two marks of a page
 * for each kind of state. Takes some minutes.
 */
final class WhoSeesWhichDamage {
    private static final Map<String, Supplier<String>> TABLES = new TreeMap<>(Map.of(
            "postgresql", SeenOnPostgresql::tables,
            "mariadb", SeenOnMariadb::table,
            "sqlite", SeenOnSqlite::table,
            "files", SeenOnFiles::table));

    private WhoSeesWhichDamage() {}

    /** @param arguments the page, and the kinds of state, all of them where none is named; nothing is written without a page */
    public static void main(String[] arguments) throws IOException {
        List<String> named = List.of(arguments).stream().skip(1).toList();
        for (Map.Entry<String, Supplier<String>> kind : TABLES.entrySet()) {
            if (named.isEmpty() || named.contains(kind.getKey())) {
                String tables = kind.getValue().get();
                System.out.print(tables);
                if (arguments.length > 0) {
                    write(Path.of(arguments[0]), kind.getKey(), tables);
                }
            }
        }
    }

    private static void write(Path page, String kind, String tables) throws IOException {
        String begin = "<!-- measured: " + kind + ": begin -->\n";
        String end = "<!-- measured: " + kind + ": end -->";
        String text = Files.readString(page);
        int from = text.indexOf(begin) + begin.length();
        Files.writeString(page, text.substring(0, from) + tables + text.substring(text.indexOf(end)));
    }
}
