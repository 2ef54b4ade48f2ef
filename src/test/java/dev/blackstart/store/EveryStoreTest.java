package dev.blackstart.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.blackstart.kind.Parameters;
import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Outcome;
import dev.blackstart.secret.OwnFiles;
import dev.blackstart.secret.Secret;
import dev.blackstart.testing.LocalHost;
import dev.blackstart.testing.SchemaWords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of store promises, with the programs that people use. */
class EveryStoreTest {
    private static final List<String> PEOPLE = List.of("alice", "bob");
    private static final String OWN = "account";
    private static final String OTHER = "backup-key";
    private static final String LATER = "put-in-later";

    @TempDir
    static Path base;

    private static LocalHost made;
    private static LocalHost alices;
    private static LocalHost bobs;

    static Stream<Arguments> kinds() {
        return SecretStore.KINDS.all().stream().map(kind -> argumentSet(kind.word(), kind));
    }

    static Stream<Arguments> drilled() {
        return SecretStore.KINDS.all().stream()
                .flatMap(kind -> kind.drilled().stream().map(store -> argumentSet(kind.word(), store)));
    }

    @BeforeAll
    static void commission() throws IOException {
        made = LocalHost.make();
        alices = LocalHost.make();
        bobs = LocalHost.make();
        Desk desk = new Desk(made, Map.of());
        PersonalKeys keys = new PersonalKeys(desk);
        keys.arrive(base, Set.of());
        keys.make(PEOPLE);
        PersonalKeys.keep(keys.values(PEOPLE), base.resolve("people"));
        for (SecretStore kind : SecretStore.KINDS.all()) {
            if (kind.drilled().isPresent()) {
                DrilledStore store = kind.drilled().get();
                store.make(
                        new Ground(desk),
                        List.of(
                                new Making(
                                        OWN,
                                        Optional.of(new Generator(Generator.Kind.HEX, "sk_", 16)),
                                        new TreeSet<>(List.of("alice"))),
                                new Making(
                                        OTHER,
                                        Optional.of(new Generator(Generator.Kind.SSH_ED25519, "", 0)),
                                        new TreeSet<>(PEOPLE)),
                                new Making(LATER, Optional.empty(), new TreeSet<>(PEOPLE))));
                store.keep(new Ground(desk), OwnFiles.directory(base.resolve(kind.word())));
                arrive(alices, "alice", kind.word(), store);
                arrive(bobs, "bob", kind.word(), store);
            }
        }
    }

    private static void arrive(LocalHost host, String person, String word, DrilledStore store) {
        Desk desk = new Desk(host, store.variables());
        String documents = new Desk(made, Map.of())
                .run("", Duration.ofSeconds(20), List.of("bash", "-c", "tar -C ~ -c documents | base64 -w0"))
                .out();
        desk.run(documents, Duration.ofSeconds(20), List.of("bash", "-c", "base64 -d | tar -C ~ -x"));
        new PersonalKeys(desk).arrive(base.resolve("people"), Set.of(person));
        store.arrive(new Ground(desk), base.resolve(word));
    }

    @AfterAll
    static void close() throws IOException {
        made.close();
        alices.close();
        bobs.close();
    }

    @Test
    void the_schema_names_every_kind_and_no_other() {
        assertThat(SchemaWords.of("secrets", "/properties/stores/additionalProperties/properties/kind"))
                .hasSameElementsAs(SecretStore.KINDS.words());
    }

    @Test
    void each_kind_can_be_asked_without_anything_said_of_it() {
        assertThat(SecretStore.KINDS.all()).map(SecretStore::word).containsExactlyElementsOf(SecretStore.KINDS.words());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void it_is_known_by_its_word(SecretStore kind) {
        assertThat(SecretStore.KINDS.read(kind.word(), Parameters.none())).contains(kind);
        assertThat(kind.noun()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void what_was_made_has_a_value_and_what_somebody_puts_in_later_has_none(DrilledStore store) {
        Map<String, Secret> values = store.values(ground(made));

        assertThat(values).containsOnlyKeys(OWN, OTHER);
        assertThat(value(values, OWN).reveal()).matches("sk_[0-9a-f]{32}");
        assertThat(value(values, OTHER).reveal())
                .startsWith("-----BEGIN OPENSSH")
                .endsWith("-----");
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void whoever_may_open_a_secret_sees_its_value_and_nothing_else(DrilledStore store) {
        Outcome shown = type(alices, store, store.show(OWN));

        assertThat(shown.succeeded()).as(shown.err()).isTrue();
        assertThat(value(store.values(ground(made)), OWN).matches(shown.out().stripTrailing()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void whoever_may_not_is_refused_and_opens_the_others(DrilledStore store) {
        Outcome refused = type(bobs, store, store.show(OWN));

        assertThat(refused.succeeded()).isFalse();
        assertThat(refused.out()).isEmpty();
        assertThat(store.refused(refused.err())).as(refused.err()).isPresent();
        assertThat(type(bobs, store, store.show(OTHER)).succeeded()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void what_is_withheld_does_not_open_until_it_is_given_back(DrilledStore store) {
        DrilledStore.Restore restore = store.withhold(ground(alices), OTHER);
        Outcome refused = type(alices, store, store.show(OTHER));
        Outcome others = type(alices, store, store.show(OWN));
        restore.giveBack();

        assertThat(store.refused(refused.err()))
                .as(refused.err())
                .hasValueSatisfying(refusal -> assertThat(refusal.secret()).contains(OTHER));
        assertThat(refused.succeeded()).isFalse();
        assertThat(others.succeeded()).isTrue();
        assertThat(type(alices, store, store.show(OTHER)).succeeded()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void another_value_opens_in_its_place_for_the_same_readers_until_its_own_is_given_back(DrilledStore store) {
        String own = type(alices, store, store.show(OTHER)).out();
        Ground desk = ground(alices);
        Secret other = new Stores(Map.of("pass", store))
                .fresh(desk, Secret.of(OTHER, own.strip()), Optional.empty())
                .orElseThrow();
        DrilledStore.Restore restore = store.replace(desk, other);
        Outcome shown = type(alices, store, store.show(OTHER));
        restore.giveBack();

        assertThat(shown.succeeded()).as(shown.err()).isTrue();
        assertThat(shown.out()).startsWith("-----BEGIN OPENSSH").isNotEqualTo(own);
        assertThat(other.matches(shown.out().stripTrailing())).isTrue();
        assertThat(type(alices, store, store.show(OTHER)).out()).isEqualTo(own);
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void another_value_is_made_as_its_own_was(DrilledStore store) {
        Ground desk = ground(alices);
        Secret own = value(store.values(ground(made)), OWN);

        Secret other = new Stores(Map.of("pass", store))
                .fresh(desk, own, Optional.of(new Generator(Generator.Kind.HEX, "sk_", 16)))
                .orElseThrow();

        assertThat(other.reveal()).matches("sk_[0-9a-f]{32}").isNotEqualTo(own.reveal());
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void whoever_may_not_open_a_secret_opens_no_other_value_of_it(DrilledStore store) {
        DrilledStore.Restore restore =
                store.replace(ground(bobs), Secret.of(OWN, "sk_00000000000000000000000000000000"));

        assertThat(type(bobs, store, store.show(OWN)).succeeded()).isFalse();
        restore.giveBack();
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void a_secret_that_it_does_not_hold_gets_no_other_value(DrilledStore store) {
        store.replace(ground(alices), Secret.of("no-such-secret", "a value")).giveBack();

        assertThat(type(alices, store, store.show("no-such-secret")).succeeded())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void a_secret_that_it_does_not_hold_is_withheld_already(DrilledStore store) {
        store.withhold(ground(alices), "no-such-secret").giveBack();

        assertThat(type(alices, store, store.show("no-such-secret")).succeeded())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void words_about_something_else_are_no_refusal(DrilledStore store) {
        assertThat(store.refused("cp: error writing 'x': No space left on device"))
                .isEmpty();
        assertThat(store.refused("")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void what_is_typed_to_see_a_secret_is_a_mention_that_opens_it(DrilledStore store) {
        assertThat(SecretStore.KINDS.all().stream().flatMap(kind -> kind.mentions(store.show(OWN)).stream()))
                .singleElement()
                .satisfies(mention -> {
                    assertThat(mention.secret()).contains(OWN);
                    assertThat(mention.opens()).isTrue();
                });
    }

    private static Ground ground(LocalHost host) {
        return new Ground(new Desk(host, Map.of()));
    }

    private static Outcome type(LocalHost host, DrilledStore store, String script) {
        return new Desk(host, store.variables())
                .run("", Duration.ofSeconds(20), List.of("bash", "-euo", "pipefail", "-c", script));
    }

    private static Secret value(Map<String, Secret> values, String name) {
        return Objects.requireNonNull(values.get(name));
    }
}
