package dev.blackstart.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.Held;
import dev.blackstart.state.Difference;
import dev.blackstart.state.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Two stores from different moments: each by itself is whole, and one knows what the other has not. */
class ReferencesTest {
    private static final Held SHOP = new Held(
            "db",
            State.KINDS
                    .read("postgresql", key -> Optional.of("shop").filter(name -> key.equals("name")))
                    .orElseThrow());

    @Test
    void whatever_fits_is_whole() {
        assertThat(References.broken(Map.of("a", "1", "b", ""), Map.of("a", "1", "b", "2")))
                .isEmpty();
    }

    @Test
    void a_row_without_its_file_a_file_without_its_row_and_other_content_are_told_apart() {
        assertThat(References.broken(Map.of("older", "", "changed", "1"), Map.of("newer", "3", "changed", "2")))
                .containsEntry("older", "is missing, and a row names it")
                .containsEntry("newer", "is there, and no row names it")
                .containsEntry("changed", "has other content than its row says")
                .hasSize(3);
    }

    @Test
    void digests_are_equal_in_capital_letters_too() {
        assertThat(References.broken(Map.of("a", "AB"), Map.of("a", "ab"))).isEmpty();
    }

    @Test
    void what_was_so_before_is_no_difference() {
        References.Broken before = broken(Map.of("orphan", ""), Map.of());

        assertThat(broken(Map.of("orphan", ""), Map.of()).since(before)).containsEntry(SHOP, List.of());
        assertThat(broken(Map.of("orphan", "", "lost", ""), Map.of()).since(before))
                .containsEntry(SHOP, List.of(new Difference("file lost", "is missing, and a row names it")));
    }

    private static References.Broken broken(Map<String, String> named, Map<String, String> files) {
        SortedMap<String, String> broken = References.broken(named, files);
        return new References.Broken(Map.of(SHOP, broken), Map.of(SHOP, named.size()));
    }
}
