package dev.blackstart.state;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import java.io.OutputStream;

/** Somebody who may see that a PostgreSQL is damaged, as people ask in life. */
enum Onlooker {
    HEALTH("a plain query") {
        @Override
        boolean sees(DamagedPostgres db, Fingerprint before) {
            return !answers(db, "select 1 from history limit 1", "1");
        }
    },
    INVARIANT("an invariant in SQL") {
        @Override
        boolean sees(DamagedPostgres db, Fingerprint before) {
            return !answers(db, """
                    select count(*) from projects p
                    where raised is distinct from (select sum(amount) from history h where h.project = p.id)""", "0");
        }
    },
    TWO_WAYS("counts by index and by table") {
        @Override
        boolean sees(DamagedPostgres db, Fingerprint before) {
            return !answers(db, """
                    set enable_bitmapscan = off; set enable_seqscan = off;
                    create temp table n as select count(id) as n from history where id > 0;
                    set enable_seqscan = on; set enable_indexscan = off; set enable_indexonlyscan = off;
                    select n = (select count(note) from history) from n""", "t");
        }
    },
    AMCHECK("`pg_amcheck`") {
        @Override
        boolean sees(DamagedPostgres db, Fingerprint before) {
            return fails(db, "pg_amcheck", "shop");
        }
    },
    HEAPALLINDEXED("`pg_amcheck --heapallindexed`") {
        @Override
        boolean sees(DamagedPostgres db, Fingerprint before) {
            return fails(db, "pg_amcheck", "--heapallindexed", "shop");
        }
    },
    VISIBILITY("`pg_check_visible`, `pg_check_frozen`") {
        @Override
        boolean sees(DamagedPostgres db, Fingerprint before) {
            return !answers(db, """
                    select (select count(*) from pg_check_visible('history'))
                         + (select count(*) from pg_check_frozen('history'))""", "0");
        }
    },
    DUMP("`pg_dump`") {
        @Override
        boolean sees(DamagedPostgres db, Fingerprint before) {
            return fails(db, "pg_dump", "shop");
        }
    },
    BASE_BACKUP("`pg_basebackup`") {
        @Override
        boolean sees(DamagedPostgres db, Fingerprint before) {
            return fails(db, "pg_basebackup", "--format=tar", "--wal-method=none", "--checkpoint=fast", "--pgdata=-");
        }
    },
    COMPARISON("our comparison") {
        @Override
        boolean sees(DamagedPostgres db, Fingerprint before) {
            try {
                return !DamagedPostgres.SHOP
                        .differences(before, DamagedPostgres.SHOP.remains(db.server(), DamagedPostgres.MARK))
                        .isEmpty();
            } catch (StateException e) {
                return true;
            }
        }
    },
    /** The last one: it wants the server to have ended well, and says nothing of one that has not. */
    CHECKSUMS("`pg_checksums --check`") {
        @Override
        boolean sees(DamagedPostgres db, Fingerprint before) {
            if (db.server().runs()) {
                db.server().stop();
            }
            Outcome outcome =
                    db.tool("pg_checksums", "--check", "--pgdata=" + db.server().file("data"));
            return !outcome.succeeded()
                    && !outcome.err().contains("not enabled")
                    && !outcome.err().contains("must be shut down");
        }
    };

    private final String called;

    Onlooker(String called) {
        this.called = called;
    }

    String called() {
        return called;
    }

    /** @param before what our comparison took down before the damage */
    abstract boolean sees(DamagedPostgres db, Fingerprint before);

    private static boolean answers(DamagedPostgres db, String query, String right) {
        Outcome outcome = db.tool("psql", "-XAtqd", "shop", "-v", "ON_ERROR_STOP=1", "-c", query);
        return outcome.succeeded() && outcome.out().strip().equals(right);
    }

    private static boolean fails(DamagedPostgres db, String... words) {
        return !db.server().stream(Command.as("postgres", words), OutputStream.nullOutputStream())
                .succeeded();
    }
}
