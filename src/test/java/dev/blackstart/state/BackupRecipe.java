package dev.blackstart.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A backup, and how somebody brought it back.
 *
 * @param called in a few words
 * @param taken a script that takes it, and breaks it
 * @param restored a script whose exit code is what is seen of the restore
 * @param exit what that has to be: {@code 0}, {@code not 0} or, where it hangs by a byte that differs each time, {@code any}
 * @param differs what a difference has in its words; empty: it is a good one
 */
record BackupRecipe(String called, String taken, String restored, String exit, String differs) {
    private static final String GOOD = "good: ";
    private static final String RESTORE = "restore: ";
    private static final String EXIT = "exit: ";
    private static final String DIFFERS = "differs: ";

    /** All of one system, as they stand in its file. */
    static List<BackupRecipe> of(String system) {
        List<BackupRecipe> recipes = new ArrayList<>();
        for (String recipe : text(system + ".recipes").split("(?m)^# ", -1)) {
            if (!recipe.isBlank()) {
                recipes.add(read(recipe));
            }
        }
        return recipes;
    }

    static String text(String name) {
        try (InputStream in = BackupRecipe.class.getResourceAsStream("/backups/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a restore that ended so ended as it has to. */
    boolean ends(boolean failed) {
        return exit.equals("any") || exit.equals(failed ? "not 0" : "0");
    }

    boolean good() {
        return differs.isEmpty();
    }

    private static BackupRecipe read(String recipe) {
        List<String> lines = recipe.lines().toList();
        StringBuilder taken = new StringBuilder();
        String restored = "";
        String exit = "0";
        String differs = "";
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith(RESTORE)) {
                restored = line.substring(RESTORE.length());
            } else if (line.startsWith(EXIT)) {
                exit = line.substring(EXIT.length());
            } else if (line.startsWith(DIFFERS)) {
                differs = line.substring(DIFFERS.length());
            } else {
                taken.append(line).append('\n');
            }
        }
        String called = lines.get(0);
        if (called.startsWith(GOOD) != differs.isEmpty() || restored.isEmpty()) {
            throw new IllegalStateException(called);
        }
        return new BackupRecipe(called.replaceFirst("^" + GOOD, ""), taken.toString(), restored, exit, differs);
    }

    @Override
    public String toString() {
        return called;
    }
}
