package dev.blackstart.state;

/** What is done to a PostgreSQL's own files, as a disk or whoever is root on its host does it. */
sealed interface PostgresqlDamage extends Damage
        permits RestartDamage,
                DeletedFilenodeMap,
                DeletedTableFile,
                FlippedIndex,
                FlippedPage,
                TruncatedTable,
                ZeroedPage {
    @Override
    default boolean takes(State state) {
        return state instanceof PostgresqlState;
    }

    /** How its server is reached. */
    static Psql psql(Target target) {
        return ((PostgresqlState) target.state()).psql();
    }
}
