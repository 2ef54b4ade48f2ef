package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Flips bytes of a table's visibility map, by which readers leave pages out. It prefers pages that the map calls not visible
 * to all: then whoever counts by an index alone counts rows that were deleted. A map always lies in a buffer: the server
 * crashes, and reads it anew.
 */
@Word("flipped-visibility-map")
record FlippedVisibilityMap(String table) implements RestartDamage {
    private static final int HEADER = 24;
    private static final int PAGES_PER_BYTE = 4;
    private static final int BYTES = 16;

    static Optional<FlippedVisibilityMap> read(Parameters parameters) {
        return parameters.text("table").map(FlippedVisibilityMap::new);
    }

    @Override
    public Optional<String> detector() {
        return Optional.of("pg_check_visible and pg_check_frozen");
    }

    /** {@code VACUUM (DISABLE_PAGE_SKIPPING)} makes it anew from the table. */
    @Override
    public boolean needsBackup() {
        return false;
    }

    @Override
    public String sentence(String host) {
        return "the server on " + host + " crashes, and the visibility map of table " + table + " is damaged";
    }

    @Override
    public Function<Postmaster, String> prepare(Target target) {
        RelationPages pages = RelationPages.ofTable(target, table);
        return server -> damage(pages, target.random());
    }

    private static String damage(RelationPages pages, RandomGenerator random) {
        DiskFile file = new DiskFile(pages.host(), pages.path() + "_vm");
        long pagesThere = Math.min(pages.count(), (pages.size() - HEADER) * (long) PAGES_PER_BYTE);
        byte[] map = file.read(HEADER, (int) ((pagesThere + PAGES_PER_BYTE - 1) / PAGES_PER_BYTE));
        List<Integer> hidden = IntStream.range(0, map.length)
                .filter(at -> map[at] == 0)
                .boxed()
                .toList();
        int first = hidden.isEmpty() ? random.nextInt(map.length) : hidden.get(random.nextInt(hidden.size()));
        int length = Math.min(BYTES, map.length - first);
        file.flip(HEADER + first, length);
        return "%d bytes flipped at offset %d of %s, which were %s: pages %d to %d of %s"
                .formatted(
                        length,
                        HEADER + first,
                        file.path(),
                        HexFormat.of().formatHex(map, first, first + length),
                        first * PAGES_PER_BYTE,
                        Math.min(pagesThere, (first + length) * (long) PAGES_PER_BYTE) - 1,
                        pages.called());
    }
}
