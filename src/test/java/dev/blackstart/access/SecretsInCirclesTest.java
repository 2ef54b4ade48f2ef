package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.access.Remaining.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsInCirclesTest {
    private static final String MAILBOX_AND_DOMAIN = """
            mail: { purpose: x, store: pass, openedBy: { anyOf: [alice, { secret: domain }] } }
            domain: { purpose: x, store: pass, openedBy: { anyOf: [bob, { secret: mail }] } }
            """;

    @TempDir
    Path directory;

    @Test
    void whoever_opens_one_of_two_that_open_each_other_opens_both() throws IOException {
        AccessAnswer answer = documents(MAILBOX_AND_DOMAIN).answer();

        for (String name : List.of("mail", "domain")) {
            Numbers numbers = Documents.secret(answer, name).numbers();
            assertThat(numbers.openingSize().orElseThrow().size()).isEqualTo(Bounds.exactly(1));
            assertThat(numbers.openingSize().orElseThrow().people().blocks())
                    .containsExactly(new Block(1, Set.of("alice", "bob")));
            assertThat(numbers.busFactor().size()).isEqualTo(Bounds.exactly(2));
        }
    }

    @Test
    void the_way_begins_with_what_somebody_opens_alone() throws IOException {
        Remaining left = documents(MAILBOX_AND_DOMAIN).access().without(Set.of("alice"));

        assertThat(left.secrets())
                .filteredOn(one -> one.name().equals("mail"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.open()).isTrue();
                    assertThat(mail.path())
                            .containsExactly(
                                    new PathStep("domain", "pass", false, Set.of("bob"), Set.of()),
                                    new PathStep("mail", "pass", false, Set.of(), Set.of("domain")));
                });
    }

    @Test
    void a_circle_into_which_nobody_gets_is_opened_by_nobody() throws IOException {
        Access access = documents("""
                        mail: { purpose: x, store: pass, openedBy: { allOf: [alice, { secret: domain }] } }
                        domain: { purpose: x, store: pass, openedBy: { secret: mail } }
                        itself: { purpose: x, store: pass, openedBy: { secret: itself } }
                        """).access();

        assertThat(access.answer().secretAccess())
                .filteredOn(secret -> !secret.numbers().opens())
                .map(SecretAccess::name)
                .containsExactly("mail", "domain", "itself");
        assertThat(access.without(Set.of("carol")).secrets())
                .filteredOn(secret -> !secret.open())
                .map(Secret::name)
                .containsExactly("mail", "domain", "itself");
    }

    @Test
    void a_circle_that_is_entered_at_its_far_end_is_followed_all_the_way() throws IOException {
        String secrets = IntStream.range(0, 50)
                .mapToObj(i ->
                        "s%d: { purpose: x, store: pass, openedBy: { anyOf: [{ secret: s%d }, { secret: s%d }%s] } }"
                                .formatted(i, (i + 1) % 50, (i + 49) % 50, i == 25 ? ", carol" : ""))
                .collect(Collectors.joining("\n"));

        Access access = documents(secrets).access();

        assertThat(access.answer().singlePoints())
                .filteredOn(point -> point.kind() == SinglePoint.Kind.PERSON)
                .singleElement()
                .satisfies(carol -> assertThat(carol.secrets()).hasSize(50));
        assertThat(access.without(Set.of("alice", "bob")).secrets()).allMatch(Secret::open);
        assertThat(access.without(Set.of("carol")).secrets())
                .filteredOn(secret -> !secret.open())
                .hasSize(50);
    }

    @Test
    void of_a_long_way_the_end_is_told_and_the_copy_before_it() throws IOException {
        String chain = IntStream.range(1, 60)
                .mapToObj(i -> "s%d: { purpose: x, store: pass, openedBy: { secret: s%d } }".formatted(i, i - 1))
                .collect(Collectors.joining("\n"));
        AccessAnswer answer = documents("""
                s0: { purpose: x, store: pass, openedBy: { allOf: [alice, bob] }, copies: [{ store: pass2 }] }
                """ + chain).answer();

        List<PathStep> path = Documents.secret(answer, "s59")
                .numbers()
                .openingSize()
                .orElseThrow()
                .path();
        assertThat(path)
                .hasSize(21)
                .map(PathStep::secret)
                .startsWith("s0", "s40")
                .endsWith("s58", "s59");
        assertThat(path.get(0).copy()).isTrue();
    }

    private Documents documents(String secrets) throws IOException {
        return new Documents(directory).inventory("pass2: { kind: openpgp, path: store2, openedBy: carol }", secrets);
    }
}
