package dev.blackstart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;

class TheTableTest {
    @TempDir
    Path directory;

    static Stream<Answer> answers() {
        return Stream.concat(
                Examples.all(),
                Stream.of(
                        Examples.of(Path.of("docs/access/five-people"), 3, Set.of()),
                        Examples.of(Path.of("docs/access/five-people"), 0, Set.of("carol", "dave"))));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void every_line_fits_a_hundred_columns(Answer answer) {
        assertThat(table(answer).lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void what_is_worst_is_said_first() {
        assertThat(table(Examples.of(Path.of("docs/access/five-people"))))
                .startsWith("Lose any one of carol and dave, and bank-signature cannot be opened.\n")
                .containsSubsequence("\n1  ", "\n2  ", "\n3  ", "\n4  ");
    }

    @Test
    void a_copy_that_undoes_a_quorum_is_shown_with_its_path() {
        assertThat(table(Examples.of(Path.of("docs/access/five-people"))))
                .contains("One person opens domain-login, by the copy in pass: any one of alice, bob and carol.")
                .contains("by way of the copy of domain-login in pass (alice)");
    }

    @Test
    void what_only_a_host_opens_is_opened_by_nobody() {
        Answer answer = Examples.of("""
                people: { alice: {} }
                stores: { pass: { kind: openpgp, path: store } }
                secrets: { unseal-key: { purpose: unseals, store: pass, openedBy: { host: db } } }
                """, directory);

        assertThat(table(answer))
                .startsWith("Nobody can open unseal-key, not even everybody together.\n")
                .contains("only on db");
    }

    @Test
    void of_thousands_that_are_alike_some_are_named() {
        String secrets = IntStream.range(0, 2_000)
                .mapToObj(i -> "  s%d: { purpose: opens it, store: pass }\n".formatted(i))
                .collect(Collectors.joining());
        Answer answer = Examples.of("""
                people: { alice: {}, bob: {} }
                stores: { pass: { kind: openpgp, path: store, openedBy: { anyOf: [alice, bob] } } }
                secrets:
                """ + secrets, directory);

        String table = table(answer);
        assertThat(table).contains("s29 and 1970 more; --format json lists");
        assertThat(table.lines().toList()).hasSize(14);
    }

    @Test
    void quorums_stay_quorums() {
        Answer answer = Examples.of("""
                people: { a: {}, b: {}, c: {}, d: {}, e: {}, f: {}, g: {}, h: {}, i: {} }
                stores: { pass: { kind: openpgp, path: store } }
                secrets:
                  root: { purpose: is root, store: pass, openedBy: { quorum: 5, of: [a, b, c, d, e, f, g, h, i] } }
                """, directory);

        assertThat(table(answer))
                .contains("126 minimal sets of people whose loss locks something\nany 5 of a, b, c, d, e and 4 more\n");
    }

    @Test
    void without_some_people_it_says_what_is_still_open() {
        assertThat(table(Examples.of(Path.of("docs/access/five-people"), 0, Set.of("carol"))))
                .startsWith("Without carol, bank-signature cannot be opened.\n")
                .contains("closed     bank-signature\n")
                .contains("open       bank-login\n");
    }

    @Test
    void colours_are_given_only_where_they_are_wanted() {
        Answer answer = Examples.of(Path.of("docs/access/two-people"));

        assertThat(table(answer)).doesNotContain("\u001b");
        assertThat(Format.TABLE.render(answer, Ansi.ON)).contains("\u001b[31m");
    }

    private static String table(Answer answer) {
        return Format.TABLE.render(answer, Ansi.OFF);
    }
}
