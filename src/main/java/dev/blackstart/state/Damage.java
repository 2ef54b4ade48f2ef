package dev.blackstart.state;

import dev.blackstart.clock.Ticker;
import dev.blackstart.kind.Kinds;
import dev.blackstart.machine.Host;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One way to damage a state: one class a way, which brings what a drill needs to know of it and how it is done. What it
 * reads of its drill beside its word are its {@code read}'s parameters.
 */
public sealed interface Damage permits FilesDamage, MariadbPage, OwnDamage, PostgresqlDamage, SqlitePage, Statement {
    /** All damages, by the words of {@code corrupt: { damage: … }}. */
    Kinds<Damage> KINDS = Kinds.of(Damage.class);

    /** The one that is meant where a drill names none. */
    String USUAL = "flipped-page";

    /** Whether this state can suffer it. */
    boolean takes(State state);

    /** What must notice it, as no probe will, such as {@code pg_amcheck}; empty: the service stops, and a probe must see that. */
    Optional<String> detector();

    /** Whether only a backup brings back what it takes, so that a recovery without one must fail. */
    boolean needsBackup();

    /** Say what is to happen, in the words of a plan. */
    String sentence(String host);

    /**
     * Do it.
     *
     * @throws DamageException where it could not be done, or where it was not seen to be done
     */
    Seen carryOut(Target target);

    /**
     * What is damaged.
     *
     * @param state one that it {@link #takes}, on this host
     * @param mark what everything of the workload's holds in its text; any unlikely text where there is no workload
     * @param random all that is left to chance comes from it, so that a seed repeats it
     */
    record Target(Host host, State state, String mark, RandomGenerator random, Ticker ticker) {}

    /**
     * What was seen of a damage.
     *
     * @param at elapsed time when it was done: not when it was prepared
     * @param what one sentence, with what was read back
     */
    record Seen(Duration at, String what) {}
}
