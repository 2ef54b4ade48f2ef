package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What servers of two major versions have in common: since 16, a view of one table says its columns without the table. */
final class OtherVersion {
    private static final Pattern TABLE_OF_COLUMN = Pattern.compile("\\b[a-z_][a-z0-9_]*\\.(?=[a-z_\"])");
    private static final Pattern VIEW = Pattern.compile("(?:materialized )?view .*");

    private OtherVersion() {}

    static Fingerprint worded(Fingerprint fingerprint) {
        SortedMap<Thing, Content> things = new TreeMap<>(fingerprint.things());
        things.replaceAll((thing, content) -> thing.sort().equals(PostgresqlDifferences.DEFINITION)
                        && VIEW.matcher(thing.name()).matches()
                ? new Content(
                        content.count(),
                        TABLE_OF_COLUMN.matcher(content.content()).replaceAll(""))
                : content);
        return new Fingerprint(things);
    }
}
