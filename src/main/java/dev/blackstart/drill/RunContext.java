package dev.blackstart.drill;

import dev.blackstart.clock.Ticker;
import dev.blackstart.commission.BaseSecrets;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.finding.Place;
import dev.blackstart.observe.LedgerToken;
import java.nio.file.Path;

/** What all attempts of a run share. */
record RunContext(
        DrillDefinition drill,
        Arrangement arrangement,
        BaseSecrets secrets,
        Recorder recorder,
        Ticker ticker,
        LedgerToken token,
        long seed) {
    /** How a file is named in events: as seen from where the command was given, if it lies below. */
    static String placeName(Place place) {
        return fileName(place.file());
    }

    static String fileName(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
    }
}
