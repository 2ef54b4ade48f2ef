package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import dev.blackstart.state.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hosts may hold more than one thing; a drill that names the host alone must mean one. */
class WhichStateIsMeantTest {
    private final Problems problems = new Problems();
    private final Yaml mention = yaml("service: db");

    @Test
    void the_only_one_that_is_able_is_meant() {
        assertThat(meant(List.of(database("shop"), database("forum")), "forum"))
                .map(Held::state)
                .contains(database("forum"));
        assertThat(problems.inOrder()).isEmpty();
    }

    @Test
    void nobody_guesses_which_of_two_is_meant() {
        assertThat(meant(List.of(database("shop"), database("forum")), "shop", "forum"))
                .isEmpty();
        assertThat(problems.inOrder())
                .extracting(Finding::message)
                .containsExactly("more than one thing on \"db\" can take it: shop, forum");
    }

    @Test
    void of_two_the_one_is_meant_that_is_named() {
        Yaml named = yaml("{ service: db, state: forum }");

        assertThat(new Meant(environment(List.of(database("shop"), database("forum"))), names(), problems)
                        .by(named, state -> true, "can take it"))
                .map(Held::state)
                .contains(database("forum"));
        assertThat(problems.inOrder()).isEmpty();
    }

    @Test
    void a_name_that_nothing_has_is_told_with_what_is_there() {
        Yaml named = yaml("{ service: db, state: wiki }");

        assertThat(new Meant(environment(List.of(database("shop"))), names(), problems)
                        .by(named, state -> true, "can take it"))
                .isEmpty();
        assertThat(problems.inOrder()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("\"db\" holds no such state: \"wiki\"");
            assertThat(problem.hint()).isEqualTo("Declared there: shop.");
        });
    }

    @Test
    void nothing_that_is_able_is_told_with_what_is_there() {
        assertThat(meant(List.of(database("shop")), "none")).isEmpty();
        assertThat(problems.inOrder()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("nothing that is declared on \"db\" can take it");
            assertThat(problem.hint()).isEqualTo("Declared there: shop.");
        });
    }

    @Test
    void a_key_that_a_kind_does_not_ask_for_is_no_silence() {
        Yaml declared = yaml("{ kind: postgresql, name: shop, schema: public }");

        assertThat(new Asked(declared, "kind").read(State.KINDS, "postgresql", problems))
                .contains(database("shop"));
        assertThat(problems.inOrder())
                .extracting(Finding::message)
                .containsExactly("\"schema\" says nothing about postgresql");
    }

    private Optional<Held> meant(List<State> states, String... able) {
        return new Meant(environment(states), names(), problems)
                .by(mention, state -> Set.of(able).contains(state.name()), "can take it");
    }

    @Test
    void a_damage_whose_word_is_its_key_needs_no_other_word_and_keeps_its_seed() {
        assertThat(struck("{ service: db, sql: delete from orders, seed: 7 }"))
                .containsExactly("on db is carried out: delete from orders", "Optional[7]");
        assertThat(struck("{ service: db, run: rm -r /srv/uploads }"))
                .containsExactly("on db is run: rm -r /srv/uploads", "Optional.empty");
        assertThat(struck("{ service: db, table: orders }"))
                .containsExactly("a cold page of table orders on db is damaged", "Optional.empty");
        assertThat(problems.inOrder()).isEmpty();
    }

    private List<String> struck(String corrupt) {
        return new DisasterReader(environment(List.of(database("shop"))), names(), problems)
                .read(yaml("disaster: [{ corrupt: " + corrupt + " }]")).stream()
                        .flatMap(disaster -> disaster.effects().harms().stream())
                        .flatMap(harm -> Stream.of(
                                harm.damage().sentence(harm.held().host()),
                                harm.seed().toString()))
                        .toList();
    }

    private static Names names() {
        return new Names(
                Optional.of(yaml("services: { db: { x-blackstart: { state: [{ kind: postgresql, name: shop }] } } }")),
                Optional.empty(),
                new Problems());
    }

    private static State database(String name) {
        return State.KINDS
                .read("postgresql", key -> Optional.of(name).filter(value -> key.equals("name")))
                .orElseThrow();
    }

    private static EnvironmentDefinition environment(List<State> states) {
        Path directory = Path.of("environments/shop").toAbsolutePath();
        Service db = new Service(
                "db",
                new Service.Build(directory, "Dockerfile", Map.of()),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Service.Role.HOST,
                Service.Init.SYSTEMD,
                Service.Login.SSH,
                Optional.empty(),
                states.stream().map(state -> new Held("db", state)).toList(),
                ServiceLimits.of(Service.Role.HOST),
                dev.blackstart.finding.Place.start(directory.resolve("compose.yaml")));
        return new EnvironmentDefinition(
                "shop",
                directory,
                Map.of(),
                Map.of("db", db),
                Set.of(),
                Set.of(),
                List.of(),
                new Inventory(directory.resolve("secrets.yaml"), Map.of(), Map.of(), Map.of()),
                Map.of());
    }

    private static Yaml yaml(String text) {
        return YamlFile.parse(new SourceText(Path.of("x.yaml"), text, ""), new Problems())
                .orElseThrow();
    }
}
