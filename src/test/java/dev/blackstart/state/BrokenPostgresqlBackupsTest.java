package dev.blackstart.state;

class BrokenPostgresqlBackupsTest extends BrokenBackupsTest {
    BrokenPostgresqlBackupsTest() {
        super(PostgresqlRestores.SYSTEM);
    }

    @Override
    Restores made() {
        return new PostgresqlRestores();
    }
}
