package dev.blackstart.drill;

import dev.blackstart.clock.Ticker;
import dev.blackstart.commission.BaseSecrets;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.EnvironmentDefinition.Backup;
import dev.blackstart.observe.LedgerToken;
import java.time.Duration;
import java.util.Map;

/**
 * What all attempts of a run share.
 *
 * @param backupsCame after how long a new backup came by itself, where that was seen: a control looks for a shorter time than
 *     the drill itself, and must not know less
 */
record RunContext(
        DrillDefinition drill,
        Arrangement arrangement,
        BaseSecrets secrets,
        Recorder recorder,
        Ticker ticker,
        LedgerToken token,
        long seed,
        Map<Backup, Duration> backupsCame) {
    /** The same, with another drill of the same environment. */
    RunContext with(DrillDefinition other) {
        return new RunContext(other, arrangement, secrets, recorder, ticker, token, seed, backupsCame);
    }
}
