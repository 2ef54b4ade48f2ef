package dev.blackstart.state;

class BrokenMariadbBackupsTest extends BrokenBackupsTest {
    BrokenMariadbBackupsTest() {
        super(MariadbRestores.SYSTEM);
    }

    @Override
    Restores made() {
        return new MariadbRestores();
    }
}
