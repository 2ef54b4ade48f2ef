package dev.blackstart.state;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "user.name", matches = "root", disabledReason = "only root gives files away")
class BrokenFilesBackupsTest extends BrokenBackupsTest {
    BrokenFilesBackupsTest() {
        super(FilesRestores.SYSTEM);
    }

    @Override
    Restores made() {
        return new FilesRestores();
    }
}
