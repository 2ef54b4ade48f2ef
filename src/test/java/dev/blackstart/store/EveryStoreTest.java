package dev.blackstart.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.blackstart.kind.Parameters;
import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Outcome;
import dev.blackstart.secret.OwnFiles;
import dev.blackstart.secret.Secret;
import dev.blackstart.testing.LocalBao;
import dev.blackstart.testing.LocalHost;
import dev.blackstart.testing.RealTools;
import dev.blackstart.testing.SchemaWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
@RealTools
class EveryStoreTest {
    private static final List<String> PEOPLE = List.of("alice", "bob");
    private static final String OWN = "account";
    private static final String OTHER = "backup-key";
    private static final String LATER = "put-in-later";
    private static final OpenPgpStore PASSWORDS = new OpenPgpStore("passwords");

    @TempDir
    static Path base;

    private static final List<Seats> SEATS = new ArrayList<>();
    private static final List<LocalHost> HOSTS = new ArrayList<>();
    private static LocalBao bao;

    /** Where a kind was made, and two desks to which it came. */
    private record Seats(DrilledStore words, Seat made, Seat alice, Seat bob) {}

    /** A desk, and a store as it is there. */
    private record Seat(DrilledStore store, Ground ground) {
        Outcome type(String script) {
            return ground.desk().run("", Duration.ofSeconds(60), List.of("bash", "-euo", "pipefail", "-c", script));
        }

        Outcome open(String secret) {
            return type(store.show(secret));
        }

        Map<String, Secret> values() {
            return store.values(ground);
        }
    }

    static Stream<Arguments> kinds() {
        return SecretStore.KINDS.all().stream().map(kind -> argumentSet(kind.word(), kind));
    }

    static Stream<Arguments> drilled() {
        return SEATS.stream().map(seats -> argumentSet(seats.words().getClass().getSimpleName(), seats));
    }

    @BeforeAll
    static void commission() throws IOException {
        bao = LocalBao.make();
        LocalHost made = host();
        LocalHost alices = host();
        LocalHost bobs = host();
        PersonalKeys keys = new PersonalKeys(new Desk(made, Map.of()));
        keys.arrive(base, Set.of());
        keys.make(PEOPLE);
        PersonalKeys.keep(keys.values(PEOPLE), base.resolve("people"));
        logins(made);
        furnish(made, alices, "alice");
        furnish(made, bobs, "bob");
        for (SecretStore kind : SecretStore.KINDS.all()) {
            if (kind.drilled().isPresent()) {
                Seat seat = seat(kind, made);
                seat.store().make(seat.ground(), makings());
                seat.store().keep(seat.ground(), OwnFiles.directory(base.resolve(kind.word())));
                SEATS.add(new Seats(seat.store(), seat, arrived(kind, alices), arrived(kind, bobs)));
            }
        }
    }

    private static LocalHost host() throws IOException {
        HOSTS.add(LocalHost.make());
        return HOSTS.get(HOSTS.size() - 1);
    }

    private static List<Making> makings() {
        return List.of(
                new Making(
                        OWN,
                        Optional.of(new Generator(Generator.Kind.HEX, "sk_", 16)),
                        new TreeSet<>(List.of("alice"))),
                new Making(OTHER, Optional.of(new Generator(Generator.Kind.SSH_ED25519, "", 0)), new TreeSet<>(PEOPLE)),
                new Making(LATER, Optional.empty(), new TreeSet<>(PEOPLE)));
    }

    /** What people need for a service that they log in to; each lies where only they open it. */
    private static void logins(LocalHost made) throws IOException {
        Ground ground = new Ground(new Desk(made, Map.of()));
        PASSWORDS.make(
                ground,
                PEOPLE.stream()
                        .map(person -> new Making(
                                "vault-login-" + person,
                                Optional.of(new Generator(Generator.Kind.PASSWORD, "", 16)),
                                new TreeSet<>(List.of(person))))
                        .toList());
        Map<String, Secret> passwords = PASSWORDS.values(ground);
        bao.person(
                "alice",
                value(passwords, "vault-login-alice").reveal(),
                "path \"kv/*\" { capabilities = %s }"
                        .formatted("[\"create\", \"read\", \"update\", \"delete\", \"list\"]"));
        bao.person(
                "bob",
                value(passwords, "vault-login-bob").reveal(),
                "path \"kv/data/%s\" { capabilities = %s }".formatted(OTHER, "[\"read\"]"));
        PASSWORDS.keep(ground, OwnFiles.directory(base.resolve("passwords")));
        Files.copy(bao.ca(), made.file("documents/vault-ca.pem"));
    }

    private static void furnish(LocalHost made, LocalHost host, String person) {
        Desk desk = new Desk(host, Map.of());
        String documents = new Desk(made, Map.of())
                .run("", Duration.ofSeconds(20), List.of("bash", "-c", "tar -C ~ -c documents | base64 -w0"))
                .out();
        desk.run(documents, Duration.ofSeconds(20), List.of("bash", "-c", "base64 -d | tar -C ~ -x"));
        new PersonalKeys(desk).arrive(base.resolve("people"), Set.of(person));
        PASSWORDS.arrive(new Ground(desk), base.resolve("passwords"));
    }

    private static Seat seat(SecretStore kind, LocalHost host) {
        DrilledStore store = SecretStore.KINDS
                .read(kind.word(), kind.word().equals("openbao") ? bao.parameters() : Parameters.none())
                .flatMap(SecretStore::drilled)
                .orElseThrow();
        Map<String, String> variables = new HashMap<>(PASSWORDS.variables());
        variables.putAll(store.variables());
        return new Seat(store, new Ground(new Desk(host, variables), machine -> Optional.of(bao.machine())));
    }

    private static Seat arrived(SecretStore kind, LocalHost host) {
        Seat seat = seat(kind, host);
        seat.store().arrive(seat.ground(), base.resolve(kind.word()));
        seat.store().serve(seat.ground());
        return seat;
    }

    @AfterAll
    static void close() throws IOException {
        for (LocalHost host : HOSTS) {
            host.close();
        }
        bao.close();
        HOSTS.clear();
        SEATS.clear();
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
    void what_was_made_has_a_value_and_what_somebody_puts_in_later_has_none(Seats at) {
        Map<String, Secret> values = at.made().values();

        assertThat(values).containsOnlyKeys(OWN, OTHER);
        assertThat(value(values, OWN).reveal()).matches("sk_[0-9a-f]{32}");
        assertThat(value(values, OTHER).reveal())
                .startsWith("-----BEGIN OPENSSH")
                .endsWith("-----");
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void whoever_may_open_a_secret_sees_its_value_and_nothing_else(Seats at) {
        Outcome shown = at.alice().open(OWN);

        assertThat(shown.succeeded()).as(shown.err()).isTrue();
        assertThat(value(at.made().values(), OWN).matches(shown.out().stripTrailing()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void whoever_may_not_is_refused_and_opens_the_others(Seats at) {
        Outcome refused = at.bob().open(OWN);

        assertThat(refused.succeeded()).isFalse();
        assertThat(refused.out()).isEmpty();
        assertThat(at.words().refused(refused.err())).as(refused.err()).isPresent();
        assertThat(at.bob().open(OTHER).succeeded()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void what_is_withheld_does_not_open_until_it_is_given_back(Seats at) {
        DrilledStore.Restore restore = at.alice().store().withhold(at.alice().ground(), OTHER);
        Outcome refused = at.alice().open(OTHER);
        Outcome others = at.alice().open(OWN);
        restore.giveBack();

        assertThat(at.words().refused(refused.err()))
                .as(refused.err())
                .hasValueSatisfying(refusal -> assertThat(refusal.secret()).contains(OTHER));
        assertThat(refused.succeeded()).isFalse();
        assertThat(others.succeeded()).isTrue();
        assertThat(at.alice().open(OTHER).succeeded()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void another_value_opens_in_its_place_for_the_same_readers_until_its_own_is_given_back(Seats at) {
        String own = at.alice().open(OTHER).out();
        Ground desk = at.alice().ground();
        Secret other = new Stores(Map.of("pass", at.alice().store()))
                .fresh(desk, Secret.of(OTHER, own.strip()), Optional.empty())
                .orElseThrow();
        DrilledStore.Restore restore = at.alice().store().replace(desk, other);
        Outcome shown = at.alice().open(OTHER);
        restore.giveBack();

        assertThat(shown.succeeded()).as(shown.err()).isTrue();
        assertThat(shown.out()).startsWith("-----BEGIN OPENSSH").isNotEqualTo(own);
        assertThat(other.matches(shown.out().stripTrailing())).isTrue();
        assertThat(at.alice().open(OTHER).out()).isEqualTo(own);
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void another_value_is_made_as_its_own_was(Seats at) {
        Ground desk = at.alice().ground();
        Secret own = value(at.made().values(), OWN);

        Secret other = new Stores(Map.of("pass", at.alice().store()))
                .fresh(desk, own, Optional.of(new Generator(Generator.Kind.HEX, "sk_", 16)))
                .orElseThrow();

        assertThat(other.reveal()).matches("sk_[0-9a-f]{32}").isNotEqualTo(own.reveal());
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void whoever_may_not_open_a_secret_opens_no_other_value_of_it(Seats at) {
        DrilledStore.Restore restore =
                at.bob().store().replace(at.bob().ground(), Secret.of(OWN, "sk_00000000000000000000000000000000"));

        assertThat(at.bob().open(OWN).succeeded()).isFalse();
        restore.giveBack();
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void a_secret_that_it_does_not_hold_gets_no_other_value(Seats at) {
        at.alice()
                .store()
                .replace(at.alice().ground(), Secret.of("no-such-secret", "a value"))
                .giveBack();

        assertThat(at.alice().open("no-such-secret").succeeded()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void a_secret_that_it_does_not_hold_is_withheld_already(Seats at) {
        at.alice().store().withhold(at.alice().ground(), "no-such-secret").giveBack();

        assertThat(at.alice().open("no-such-secret").succeeded()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void words_about_something_else_are_no_refusal(Seats at) {
        assertThat(at.words().refused("cp: error writing 'x': No space left on device"))
                .isEmpty();
        assertThat(at.words().refused("")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("drilled")
    void what_is_typed_to_see_a_secret_is_a_mention_that_opens_it(Seats at) {
        assertThat(SecretStore.KINDS.all().stream()
                        .flatMap(kind -> kind.mentions(at.words().show(OWN)).stream()))
                .singleElement()
                .satisfies(mention -> {
                    assertThat(mention.secret()).contains(OWN);
                    assertThat(mention.opens()).isTrue();
                });
    }

    private static Secret value(Map<String, Secret> values, String name) {
        return Objects.requireNonNull(values.get(name));
    }
}
