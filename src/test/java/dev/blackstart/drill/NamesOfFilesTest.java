package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesOfFilesTest {
    @TempDir
    private Path directory;

    @Test
    void a_secret_is_made_opened_and_withheld_in_the_file_that_the_inventory_says() throws IOException {
        Kiosk kiosk = Kiosk.in(directory)
                .replace(
                        Kiosk.SECRETS,
                        "    purpose: opens the backups\n",
                        "    purpose: opens the backups\n    file: Backups/main_repository\n");
        for (String page : new String[] {Kiosk.COMMISSION, Kiosk.RESTORE, Kiosk.MEND}) {
            kiosk.replace(page, "pass show backup-passphrase", "pass show Backups/main_repository");
        }

        Rehearsal.Result run = Rehearsal.of(kiosk).run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.events(Event.SecretOpened.class))
                .extracting(Event.SecretOpened::secret)
                .contains("backup-passphrase");
    }
}
