package dev.blackstart.state;

import dev.blackstart.state.Restores.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Brings back every broken backup, and every good one, and writes down who found it out, between two marks of a page. */
final class WhichBackupsAreBroken {
    private static final String BEGIN = "<!-- measured: begin -->\n";
    private static final String END = "<!-- measured: end -->";

    private final StringBuilder text = new StringBuilder();
    private int broken;
    private int loud;
    private int found;
    private int good;
    private int alarms;

    private WhichBackupsAreBroken() {}

    /** @param arguments the page; nothing is written without it */
    public static void main(String[] arguments) throws IOException {
        String measured = new WhichBackupsAreBroken().measured();
        System.out.print(measured);
        if (arguments.length > 0) {
            Path page = Path.of(arguments[0]);
            String all = Files.readString(page);
            int from = all.indexOf(BEGIN) + BEGIN.length();
            Files.writeString(page, all.substring(0, from) + measured + all.substring(all.indexOf(END)));
        }
    }

    private String measured() {
        system("PostgreSQL", PostgresqlRestores.SYSTEM, PostgresqlRestores::new);
        system("MariaDB", MariadbRestores.SYSTEM, MariadbRestores::new);
        system("Files", FilesRestores.SYSTEM, FilesRestores::new);
        return """
                Of %d broken backups %d were found out by the comparison, and %d by the exit code of the restore. Of %d good ones \
                %d were called broken.
                """.formatted(broken, found, loud, good, alarms) + text;
    }

    private void system(String called, String system, Supplier<Restores> made) {
        List<String> fine = new ArrayList<>();
        text.append("\n### ").append(called).append("\n\n");
        text.append(
                "| broken how | exit code of the restore | the comparison says | found out after |\n|---|---|---|---|\n");
        try (Restores restores = made.get()) {
            for (BackupRecipe recipe : BackupRecipe.of(system)) {
                Trial trial = restores.trial(recipe);
                if (recipe.good()) {
                    good++;
                    alarms += trial.differences().isEmpty() ? 0 : 1;
                    fine.add(recipe.called() + (trial.differences().isEmpty() ? "" : " (**called broken**)"));
                } else {
                    row(recipe, trial);
                }
            }
        }
        text.append("\nGood ones, in which nothing differs: ")
                .append(String.join("; ", fine))
                .append(".\n");
    }

    private void row(BackupRecipe recipe, Trial trial) {
        broken++;
        loud += trial.failed() ? 1 : 0;
        found += trial.differences().isEmpty() ? 0 : 1;
        text.append("| %s | %s | %s | %s |\n"
                .formatted(
                        recipe.called(),
                        trial.failed() ? "not 0, after " + seconds(trial.restored()) : "0",
                        said(recipe, trial).replace("|", "\\|"),
                        seconds(trial.restored().plus(trial.compared()))));
    }

    /** The difference that says what was broken, and how many stand beside it. */
    private static String said(BackupRecipe recipe, Trial trial) {
        List<String> words = trial.words();
        if (words.isEmpty()) {
            return "**nothing**";
        }
        String first = words.stream()
                .filter(word -> word.contains(recipe.differs()))
                .findFirst()
                .orElse(words.get(0));
        return first + (words.size() > 1 ? ", and %d more".formatted(words.size() - 1) : "");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
