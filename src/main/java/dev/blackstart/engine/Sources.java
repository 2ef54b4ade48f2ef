package dev.blackstart.engine;

import dev.blackstart.finding.Place;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** Where a test comes from, as the platform says it: an IDE jumps there. */
final class Sources {
    private Sources() {}

    static TestSource of(Place place) {
        return FileSource.from(place.file().toFile(), FilePosition.from(place.line(), place.column()));
    }
}
