package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.time.Duration;
import java.util.Optional;

/**
 * Flips 16 bytes in the middle of one page of a table, in its file, after a checkpoint: what a failing disk does. The page is
 * a cold one of the table's middle half: of a page that lies in a buffer, readers would go on to see the good copy.
 */
@Word("flipped-page")
record FlippedPage(String table) implements PostgresqlDamage {
    private static final String COLD = "cold";
    private static final int BYTES = 16;
    private static final Duration SOON = Duration.ofMinutes(1);

    /** Reads back through the file, as PostgreSQL will; prints what was there and what is there now. */
    private static final String FLIP = """
            my ($path, $offset, $length) = @ARGV;
            sub bytes {
                open my $file, '<:raw', $path or die "$path: $!";
                sysseek $file, $offset, 0 or die $!;
                my $read = sysread $file, my $bytes, $length;
                die "$path ends before $offset" unless defined $read && $read == $length;
                return $bytes;
            }
            my $before = bytes();
            open my $file, '+<:raw', $path or die "$path: $!";
            sysseek $file, $offset, 0 or die $!;
            syswrite($file, ~$before) == $length or die $!;
            close $file or die $!;
            print unpack('H*', $before), ' ', unpack('H*', bytes());
            """;

    static Optional<FlippedPage> read(Parameters parameters) {
        boolean cold = parameters.text("page").orElse(COLD).equals(COLD);
        return parameters.text("table").filter(table -> cold).map(FlippedPage::new);
    }

    @Override
    public Optional<String> detector() {
        return Optional.of("pg_amcheck");
    }

    @Override
    public boolean needsBackup() {
        return true;
    }

    @Override
    public String sentence(String host) {
        return "a cold page of table " + table + " on " + host + " is damaged";
    }

    @Override
    public Seen carryOut(Target target) {
        Host host = target.host();
        TablePages pages = TablePages.of(host, PostgresqlDamage.psql(target), table);
        TablePages.Choice chosen = pages.cold(target.random());
        String file = pages.file(chosen.page());
        long offset = pages.offset(chosen.page());
        Duration at = target.ticker().elapsed();
        flip(host, file, offset);
        return new Seen(
                at,
                "%s: %d bytes flipped at offset %d of %s: page %d of the %d pages of table %s, %s"
                        .formatted(
                                host.name(), BYTES, offset, file, chosen.page(), pages.count(), table, chosen.seen()));
    }

    private static void flip(Host host, String file, long offset) {
        Outcome outcome =
                host.run(Command.as("root", "perl", "-e", FLIP, file, String.valueOf(offset), String.valueOf(BYTES))
                        .within(SOON));
        if (!outcome.succeeded()) {
            throw new DamageException(
                    "the page could not be damaged", outcome.err().strip());
        }
        String[] seen = outcome.out().split(" ", -1);
        if (seen.length != 2 || !seen[1].equals(flipped(seen[0]))) {
            throw new DamageException(
                    "the page could not be damaged",
                    "read back: " + outcome.out().strip());
        }
    }

    /** The hexadecimal text of the same bytes with every bit turned. */
    private static String flipped(String hex) {
        StringBuilder flipped = new StringBuilder();
        hex.chars().forEach(digit -> flipped.append(Character.forDigit(15 - Character.digit(digit, 16), 16)));
        return flipped.toString();
    }
}
