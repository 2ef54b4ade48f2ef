package dev.blackstart.state;

import dev.blackstart.machine.Host;
import dev.blackstart.machine.Scripts;
import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes the fingerprint of a MariaDB: what its catalogue says, then the content of all tables in one snapshot, then how the
 * server itself would make each object again. Last, where it was recovered, every table is checked, and read no more.
 */
final class MariadbFingerprint {
    private final MariadbSession session;
    private final String mark;
    private final boolean lenient;

    /**
     * @param mark what every row of the workload holds in its text
     * @param lenient whether what cannot be read is told of, instead of ending it all, and every table is checked
     */
    MariadbFingerprint(Host host, MariadbClient client, String mark, boolean lenient) {
        this.session = new MariadbSession(host, client);
        this.mark = mark;
        this.lenient = lenient;
    }

    /** Throws {@link StateException} where the server does not answer to the end. */
    Fingerprint take() {
        MariadbCatalogue catalogue = MariadbCatalogue.read(session.all("set @mark = x'%s';\n%s"
                .formatted(
                        HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8)),
                        Scripts.text(MariadbSession.class, "mariadb-catalogue.sql"))));
        SortedMap<Thing, Content> things = new TreeMap<>(catalogue.things());
        List<MariadbObject> own = catalogue.objects().stream()
                .filter(object -> !object.ofServer())
                .toList();
        things.putAll(new MariadbContents(session, catalogue, own, mark, lenient).take());
        things.putAll(MariadbDefinitions.of(session, own));
        if (lenient) {
            things.putAll(MariadbSoundness.of(session, catalogue.objects()));
        }
        session.all(""); // a server that is down by now is not one of which some tables cannot be read
        return new Fingerprint(things);
    }
}
