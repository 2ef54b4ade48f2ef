package dev.blackstart.state;

/** What is done to a PostgreSQL's own files, as its superuser's host sees them. */
sealed interface PostgresqlDamage extends Damage permits FlippedPage {
    @Override
    default boolean takes(State state) {
        return state instanceof PostgresqlState;
    }

    /** How its server is reached. */
    static Psql psql(Target target) {
        return ((PostgresqlState) target.state()).psql();
    }
}
