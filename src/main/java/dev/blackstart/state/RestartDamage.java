package dev.blackstart.state;

import java.time.Duration;
import java.util.function.Function;

/**
 * What a running PostgreSQL would not feel, or would write over: it is done while the server stands still, which then is
 * killed and started again, as after a loss of power that took more than the power.
 */
sealed interface RestartDamage extends PostgresqlDamage
        permits DeletedXact, EmptiedWal, FlippedControl, FlippedVisibilityMap, FlippedWal {
    /**
     * Look at what there is, while the server runs.
     *
     * @return does it while the server stands still, and says what was seen of it
     */
    Function<Postmaster, String> prepare(Target target);

    /** Whether the server ends well before it is done, instead of being killed after it. */
    default boolean endsWell() {
        return false;
    }

    @Override
    default Seen carryOut(Target target) {
        Function<Postmaster, String> damage = prepare(target);
        Postmaster server = Postmaster.of(target.host(), PostgresqlDamage.psql(target));
        Runnable back;
        if (endsWell()) {
            server.stop();
            back = server::start;
        } else {
            server.freeze();
            back = server::thaw;
        }
        String done;
        try {
            done = damage.apply(server);
        } catch (DamageException e) {
            back.run();
            throw e;
        }
        Duration at = target.ticker().elapsed();
        if (!endsWell()) {
            server.kill();
        }
        return new Seen(
                at,
                "%s: the server was %s: %s: %s"
                        .formatted(target.host().name(), endsWell() ? "stopped" : "killed", done, server.start()));
    }
}
