package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How much of a state is there though no backup was: what every new system has is not it. */
class KeptTest {
    private static final State SHOP = State.KINDS
            .read("postgresql", key -> Optional.of("shop").filter(name -> key.equals("name")))
            .orElseThrow();
    private static final State FILES = State.KINDS
            .read("files", key -> Optional.of("/srv/uploads").filter(path -> key.equals("path")))
            .orElseThrow();

    private static final Map<Thing, Content> ORDERS =
            Map.of(table("orders"), new Content(900, "o"), table("people"), new Content(100, "p"));

    @Test
    void a_state_that_is_as_it_was_is_there() {
        Kept kept = kept(SHOP, ORDERS, ORDERS);

        assertThat(kept.most()).isTrue();
        assertThat(kept.words()).isEqualTo("2 of 2 tables as before");
    }

    @Test
    void settings_and_definitions_alone_are_what_every_new_server_has() {
        Map<Thing, Content> server = Map.of(new Thing("setting", "setting fsync"), new Content(0, "on"));

        assertThat(kept(SHOP, with(ORDERS, server), server).some()).isFalse();
        assertThat(kept(SHOP, server, server).heldNothing()).isTrue();
    }

    @Test
    void a_table_that_held_no_row_is_no_data() {
        Map<Thing, Content> empty = Map.of(table("carts"), new Content(0, "none"));

        assertThat(kept(SHOP, empty, empty).heldNothing()).isTrue();
    }

    @Test
    void other_rows_are_not_those_that_were_there() {
        assertThat(kept(SHOP, ORDERS, Map.of(table("orders"), new Content(900, "x")))
                        .some())
                .isFalse();
    }

    @Test
    void a_table_that_an_application_fills_when_it_is_installed_is_a_part_only() {
        Map<Thing, Content> countries = Map.of(table("countries"), new Content(250, "c"));
        Kept kept = kept(SHOP, with(ORDERS, countries), countries);

        assertThat(kept.some()).isTrue();
        assertThat(kept.most()).isFalse();
        assertThat(kept.words()).isEqualTo("1 of 3 tables as before");
    }

    @Test
    void many_small_tables_are_not_most_of_it_where_the_rows_are_elsewhere() {
        Map<Thing, Content> small = Map.of(
                table("countries"), new Content(250, "c"),
                table("currencies"), new Content(150, "d"),
                table("units"), new Content(10, "u"));

        assertThat(kept(SHOP, with(ORDERS, small), small).most()).isFalse();
    }

    @Test
    void directories_are_no_files() {
        Map<Thing, Content> directory = Map.of(new Thing("path", "2026"), new Content(0, "d=0 "));
        Map<Thing, Content> file = Map.of(new Thing("path", "2026/a.png"), new Content(0, "f=9 0a"));

        assertThat(kept(FILES, with(file, directory), directory).some()).isFalse();
        assertThat(kept(FILES, with(file, directory), with(file, directory)).words())
                .isEqualTo("1 of 1 path as before");
    }

    @Test
    void what_lives_is_not_asked_for() {
        Map<Thing, Content> later = with(ORDERS, Map.of(table("people"), new Content(100, "q")));
        Living living = Living.between(SHOP, print(ORDERS), print(later), List.of());

        assertThat(living.kept(print(ORDERS)).words()).isEqualTo("1 of 1 table as before");
    }

    private static Kept kept(State state, Map<Thing, Content> before, Map<Thing, Content> after) {
        return Kept.of(state, print(before), print(after));
    }

    private static Map<Thing, Content> with(Map<Thing, Content> some, Map<Thing, Content> more) {
        Map<Thing, Content> all = new TreeMap<>(some);
        all.putAll(more);
        return all;
    }

    private static Fingerprint print(Map<Thing, Content> things) {
        return new Fingerprint(new TreeMap<>(things));
    }

    private static Thing table(String name) {
        return new Thing("table", "table public." + name);
    }
}
