package dev.blackstart.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of the documentation's pages that explain codes: rows whose first cell is a code. */
public final class CodeTables {
    private CodeTables() {}

    /** Read the first cells of each row, with a space between them. */
    public static List<String> rows(String page, int cells) {
        return rows(page, "", cells);
    }

    /** The same, below a heading and above the next one. */
    public static List<String> rows(String page, String heading, int cells) {
        try {
            return Files.readString(Path.of(page))
                    .lines()
                    .dropWhile(line -> !line.startsWith(heading))
                    .skip(1)
                    .takeWhile(line -> heading.isEmpty() || !line.startsWith("## "))
                    .filter(line -> line.startsWith("| `"))
                    .map(line -> Arrays.stream(line.split("\\|"))
                            .skip(1)
                            .limit(cells)
                            .map(cell -> cell.strip().replace("`", ""))
                            .collect(Collectors.joining(" "))
                            .strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
