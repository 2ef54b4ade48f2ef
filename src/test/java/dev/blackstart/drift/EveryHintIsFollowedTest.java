package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.CodeTables;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EveryHintIsFollowedTest {
    private static final List<Class<?>> TESTS = List.of(
            TheHintsOfListsTest.class,
            TheHintsOfFilesTest.class,
            TheHintsOfKeysTest.class,
            TheHintsOfAgeTest.class,
            SharedAddressTest.class,
            TheHintsOfServersTest.class,
            TheHintsOfInventoriesTest.class,
            TheHintsOfProofsTest.class);

    /** What a service opens is no fault; what nobody knows here only a newer tool can tell. */
    private static final Set<String> NOTHING_TO_FOLLOW = Set.of("machine-opens", "unknown-algorithm");

    @Test
    void of_each_code_of_stores_keys_servers_inventories_and_proofs() {
        Set<String> followed = new TreeSet<>(NOTHING_TO_FOLLOW);
        TESTS.stream()
                .flatMap(test -> Arrays.stream(test.getDeclaredMethods()))
                .flatMap(method -> Stream.of(method.getAnnotationsByType(FollowedHints.Follows.class)))
                .flatMap(follows -> Stream.of(follows.value()))
                .forEach(followed::add);

        assertThat(followed)
                .containsAll(CodeTables.rows("docs/drift.md", "## Stores", 1))
                .containsAll(CodeTables.rows("docs/drift.md", "## Keys", 1))
                .containsAll(CodeTables.rows("docs/drift.md", "## Servers", 1))
                .containsAll(CodeTables.rows("docs/drift.md", "## Against the inventory", 1))
                .containsAll(CodeTables.rows("docs/drift.md", "## Proofs", 1));
    }
}
