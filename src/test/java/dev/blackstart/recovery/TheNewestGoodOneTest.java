package dev.blackstart.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.testing.ThisMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two ways of {@code restore-newest-good.md}, as they stand on the page, with a judge who only pretends to load. */
class TheNewestGoodOneTest {
    private static final Path PAGE = Path.of("environments/snowdrift/runbooks/restore-newest-good.md");
    private static final int MOST = 64;

    @TempDir
    Path directory;

    /** @param kept the last one that the judge found good; 0: none, as the archives are called by their age */
    private record Search(int archives, int newestGood, String found, int loaded, int kept) {}

    @Test
    void by_halves_finds_the_newest_good_one_of_any_number_with_a_logarithm_of_loads() throws IOException {
        assertThat(searches("by_halves")).hasSize(MOST * (MOST + 3) / 2).allSatisfy(search -> {
            foundIt(search);
            assertThat(search.loaded()).isLessThanOrEqualTo(rounded(search.archives()) + 1);
        });
    }

    @Test
    void newest_first_loads_none_that_is_older_than_the_newest_good_one() throws IOException {
        assertThat(searches("newest_first")).hasSize(MOST * (MOST + 3) / 2).allSatisfy(search -> {
            foundIt(search);
            assertThat(search.loaded()).isEqualTo(Math.min(search.newestGood(), search.archives()));
        });
    }

    private static void foundIt(Search search) {
        boolean one = search.newestGood() <= search.archives();
        assertThat(search.found()).isEqualTo(one ? String.valueOf(search.newestGood()) : "none");
        assertThat(search.kept()).isEqualTo(one ? search.newestGood() : 0);
    }

    /** The logarithm to base 2, rounded up. */
    private static int rounded(int archives) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(archives - 1);
    }

    /** Of 1 to 64 archives, each in turn is the newest good one, and then none. */
    private List<Search> searches(String way) throws IOException {
        Outcome outcome = new ThisMachine(directory)
                .run(Command.as(
                        "operator",
                        "bash",
                        "-euo",
                        "pipefail",
                        "-c",
                        """
                %s
                good() { loaded=$((loaded + 1)); [ "$1" -ge "$truth" ] || return 1; kept=$1; }
                for ((n = 1; n <= %d; n++)); do
                    printf -v archives '%%d\\n' $(seq $n)
                    for ((truth = 1; truth <= n + 1; truth++)); do
                        loaded=0 kept=0
                        %s > "$0" <<< "${archives%%$'\\n'}" || echo none > "$0"
                        read -r found < "$0"
                        echo "$n $truth $found $loaded $kept"
                    done
                done
                """.formatted(functions(), MOST, way),
                        directory.resolve("found").toString()));
        assertThat(outcome.succeeded()).as(outcome.err()).isTrue();
        return outcome.out()
                .lines()
                .map(line -> line.split(" "))
                .map(word -> new Search(
                        Integer.parseInt(word[0]),
                        Integer.parseInt(word[1]),
                        word[2],
                        Integer.parseInt(word[3]),
                        Integer.parseInt(word[4])))
                .toList();
    }

    private static String functions() throws IOException {
        String after = Files.readString(PAGE).split("cat > ~/search.sh <<'END'\n", 2)[1];
        return after.substring(0, after.indexOf("\nEND\n"));
    }
}
