package dev.blackstart.drill;

import dev.blackstart.clock.Ticker;
import dev.blackstart.commission.BaseSecrets;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.observe.LedgerToken;

/** What all attempts of a run share. */
record RunContext(
        DrillDefinition drill,
        Arrangement arrangement,
        BaseSecrets secrets,
        Recorder recorder,
        Ticker ticker,
        LedgerToken token,
        long seed) {}
