package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Damages one page of rows of an InnoDB table in its file: flips 16 bytes amid its rows, or overwrites it with zeros, as a failing
 * disk does. A server that runs would go on to show the good page, and write it again: it is stopped for that, and started.
 *
 * @param zeroed whether nothing is left of the page
 */
@Word("mariadb-page")
record MariadbPage(String table, boolean zeroed) implements Damage {
    private static final String FLIPPED = "flipped";
    private static final String ZEROED = "zeroed";
    private static final int BYTES = 16;
    /** Before them lie what a page says of itself and its two bounds. */
    private static final int FIRST_ROW = 120;

    private static final String END = "end";
    private static final Duration WITHIN = Duration.ofMinutes(10);

    static Optional<MariadbPage> read(Parameters parameters) {
        Optional<String> how = Optional.of(parameters.text("how").orElse(FLIPPED))
                .filter(word -> word.equals(FLIPPED) || word.equals(ZEROED));
        return parameters.text("table").flatMap(table -> how.map(word -> new MariadbPage(table, word.equals(ZEROED))));
    }

    @Override
    public boolean takes(State state) {
        return state instanceof MariadbState;
    }

    @Override
    public Optional<String> detector() {
        return Optional.of("mariadb-check, or mariadb-dump");
    }

    @Override
    public boolean needsBackup() {
        return true;
    }

    @Override
    public String sentence(String host) {
        return "a page of table %s of a MariaDB on %s is %s"
                .formatted(table, host, zeroed ? "overwritten with zeros" : "damaged");
    }

    @Override
    public Seen carryOut(Target target) {
        String name = nameOfFile(target);
        MariadbServer server = MariadbServer.of(target);
        String path = server.data() + name + ".ibd";
        server.stop();
        String done;
        Duration at;
        try {
            List<String> pages = pages(target, path, server.pageSize());
            String[] page = MiddleHalf.of(pages, target.random()).split(" ", -1);
            at = target.ticker().elapsed();
            done = damage(new DiskFile(target.host(), path), page, server.pageSize())
                    + ", one of the %d that hold rows of table %s".formatted(pages.size(), table);
        } catch (DamageException e) {
            server.start();
            throw e;
        }
        return new Seen(
                at, "%s: the server was stopped: %s: %s".formatted(target.host().name(), done, server.start()));
    }

    private String damage(DiskFile file, String[] page, int size) {
        long start = Long.parseLong(page[0]) * size;
        if (zeroed) {
            file.zero(start, size);
            return "%d bytes overwritten with zeros at offset %d of %s: page %s"
                    .formatted(size, start, file.path(), page[0]);
        }
        long used = Math.max(FIRST_ROW + BYTES, Long.parseLong(page[1]));
        long offset = start + FIRST_ROW + (used - BYTES - FIRST_ROW) / 2;
        file.flip(offset, BYTES);
        return "%d bytes flipped at offset %d of %s: page %s".formatted(BYTES, offset, file.path(), page[0]);
    }

    /** How the server words names on its disk, below its directory. */
    private String nameOfFile(Target target) {
        MariadbState state = (MariadbState) target.state();
        int point = table.indexOf('.');
        String database = point < 0 ? state.name() : table.substring(0, point);
        Outcome told =
                target.host().run(state.client().command().with("""
                select concat(cast(convert('%s' using filename) as binary), '/', cast(convert('%s' using filename) as binary));
                """.formatted(database, table.substring(point + 1))));
        if (!told.succeeded() || told.out().isBlank()) {
            throw new DamageException(
                    "the file of table " + table + " cannot be found",
                    told.err().strip());
        }
        return told.out().strip();
    }

    private List<String> pages(Target target, String path, int size) {
        Outcome told = target.host()
                .run(Command.as(
                                "root",
                                "perl",
                                "-e",
                                Scripts.text(MariadbPage.class, "innodb-pages.pl"),
                                path,
                                String.valueOf(size))
                        .within(WITHIN));
        List<String> lines = told.out().lines().toList();
        if (!told.succeeded()
                || lines.size() < 2
                || !lines.get(lines.size() - 1).equals(END)) {
            throw new DamageException(
                    "the pages of table " + table + " cannot be found",
                    told.succeeded()
                            ? path + " has none that hold rows"
                            : told.err().strip());
        }
        return lines.subList(0, lines.size() - 1);
    }
}
