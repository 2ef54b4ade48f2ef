package dev.blackstart.state;

import static org.awaitility.Awaitility.await;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.LocalPostgres;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A real server that damages are carried out on, with tables of which no page lies in a buffer. */
final class DamagedPostgres implements AutoCloseable {
    static final long ROWS = 5000;
    static final String MARK = "bs00000001";
    static final State SHOP = new PostgresqlState(Optional.of("shop"), PostgresqlServer.USUAL);

    private final LocalPostgres server;

    DamagedPostgres(String... options) {
        server = LocalPostgres.make(options);
        sql("postgres", "create database shop");
        sql("create extension amcheck; create extension pg_visibility");
    }

    /** Make tables of {@link #ROWS} rows, ids from 1 on, and forget their pages. */
    DamagedPostgres with(String... tables) {
        for (String table : tables) {
            sql("create table %s (id int primary key, amount int, note text) with (autovacuum_enabled = off)"
                    .formatted(table));
            sql("insert into %s select n, n %% 100, repeat('x', 150) from generate_series(1, %d) n"
                    .formatted(table, ROWS));
            sql("vacuum (analyze) " + table);
        }
        server.restart();
        return this;
    }

    Damage.Seen strike(long seed, String word, Map<String, String> keys) {
        Damage damage = Damage.KINDS
                .read(word, key -> Optional.ofNullable(keys.get(key)))
                .orElseThrow();
        return damage.carryOut(new Damage.Target(server, SHOP, MARK, new Random(seed), new FakeTicker()));
    }

    String sql(String statements) {
        return sql("shop", statements);
    }

    private String sql(String database, String statements) {
        return server.sql(database, statements).strip();
    }

    /** What a tool says of it, and how it ends. */
    Outcome tool(String... words) {
        return server.run(Command.as("postgres", words));
    }

    /** Wait until it answers again, if one of its processes has crashed. */
    void awaitRunning() {
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        tool("psql", "-XAtqd", "postgres", "-c", "select 1").succeeded());
    }

    LocalPostgres server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
