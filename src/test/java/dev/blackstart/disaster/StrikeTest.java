package dev.blackstart.disaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.backup.BackupDamage;
import dev.blackstart.backup.BackupSource;
import dev.blackstart.backup.Promised;
import dev.blackstart.definition.Disaster;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Held;
import dev.blackstart.environment.Replica;
import dev.blackstart.finding.Place;
import dev.blackstart.kind.Parameters;
import dev.blackstart.state.Damage;
import dev.blackstart.state.DamageException;
import dev.blackstart.state.State;
import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.ThisMachine;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrikeTest {
    private static final Place PLACE = new Place(Path.of("drills/x.drill.yaml"), 1, 1);

    @TempDir
    private Path tools;

    private final FakeTicker ticker = new FakeTicker();
    private final List<String> seen = new ArrayList<>();
    private Replica.Traces traces =
            new Replica.Traces(List.of("the container of app", "the volume db-data"), List.of(), new TreeMap<>());
    private final Map<String, Replica.Loss> losses = Map.of(
            "app", new Replica.Loss(Duration.ofMillis(1_010), Duration.ofMillis(1_200)),
            "db", new Replica.Loss(Duration.ofMillis(1_000), Duration.ofMillis(1_450)));

    @Test
    void lost_hosts_are_told_by_what_the_engine_did_and_the_first_cut_is_the_strike() {
        ticker.advance(Duration.ofMillis(1_450));

        Duration struck = strike(new Disaster.HostsLost(new LinkedHashSet<>(List.of("db", "app")), PLACE));

        assertThat(struck).isEqualTo(Duration.ofSeconds(1));
        assertThat(seen)
                .containsExactly(
                        "app, db: network cut; looked for 450 ms after the strike, and gone: the container of app, the volume db-data");
    }

    @Test
    void what_the_engine_still_has_of_a_lost_host_is_told_and_never_as_gone() {
        ticker.advance(Duration.ofMillis(1_200));
        traces = new Replica.Traces(List.of(), List.of("the volume db-data"), new TreeMap<>());
        Strike strike = new Strike(replica(), ticker, new Random(1), "mark", seen::add);

        strike.all(List.of(new Disaster.HostsLost(Set.of("db"), PLACE)));

        assertThat(seen)
                .containsExactly("the loss of db did not take everything: the engine still has the volume db-data");
        assertThat(strike.survivals()).singleElement().satisfies(left -> {
            assertThat(left.what()).isEqualTo(seen.get(0));
            assertThat(left.place()).isEqualTo(PLACE);
        });
    }

    @Test
    void a_volume_that_another_host_mounts_outlives_the_lost_one_and_is_told_with_who_it_is() {
        traces = new Replica.Traces(
                List.of("the container of db"), List.of(), new TreeMap<>(Map.of("db-data", Set.of("app"))));
        Strike strike = new Strike(replica(), ticker, new Random(1), "mark", seen::add);

        strike.all(List.of(new Disaster.HostsLost(Set.of("db"), PLACE)));

        assertThat(seen)
                .hasSize(2)
                .last()
                .isEqualTo("the loss of db did not take the volume db-data: app stands and mounts it too");
        assertThat(strike.survivals())
                .singleElement()
                .satisfies(left -> assertThat(left.hint()).startsWith("lose app as well"));
    }

    @Test
    void lost_people_take_their_keys_with_them() {
        ticker.advance(Duration.ofSeconds(3));

        assertThat(strike(new Disaster.PeopleLost(new LinkedHashSet<>(List.of("bob", "alice")), PLACE)))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(seen).containsExactly("alice, bob: gone, and with them their keys and what only they could open");
    }

    @Test
    void people_whose_access_is_lost_are_there_and_have_no_keys() {
        strike(new Disaster.AccessLost(Set.of("bob"), PLACE));

        assertThat(seen).containsExactly("bob: there, without any key, and so without what only they could open");
    }

    @Test
    void damaged_state_is_told_by_what_was_read_back() throws Exception {
        Path file = Files.write(tools.resolve("16384"), new byte[40 * 8192]);
        postgres("*pg_buffercache*) echo 21;; *) echo '" + file + "|40|8192|131072';;");

        strike(damaged());

        assertThat(seen)
                .containsExactly("db: 16 bytes flipped at offset 176128 of " + file
                        + ": page 21 of the 40 pages of table history, which no buffer held");
        assertThat(Files.readAllBytes(file)).contains(0xff);
    }

    @Test
    void what_could_not_be_damaged_is_not_told_as_damaged() {
        postgres("*) exit 2;;");

        assertThatThrownBy(() -> strike(damaged())).isInstanceOf(DamageException.class);
        assertThat(seen).isEmpty();
    }

    @Test
    void a_damage_with_a_seed_of_its_own_is_the_same_whatever_the_run_draws() throws Exception {
        Path file = Files.write(tools.resolve("16384"), new byte[40 * 8192]);
        String asked = tools.resolve("asked").toString();
        new ThisMachine(tools).tool("psql", """
                for word; do case $word in start=*) echo "$word" >>%s;; esac; done
                case "$(cat)" in *pg_buffercache*) echo 21;; *) echo '%s|40|8192|131072';; esac""".formatted(asked, file));

        for (Optional<Long> seed : List.of(Optional.of(7L), Optional.of(7L), Optional.<Long>empty())) {
            for (int run = 1; run <= 2; run++) {
                new Strike(replica(), ticker, new Random(run), "mark", seen::add).all(List.of(damaged(seed)));
            }
        }

        List<String> drawn = Files.readAllLines(Path.of(asked));
        assertThat(Set.copyOf(drawn.subList(0, 4))).hasSize(1);
        assertThat(Set.copyOf(drawn.subList(4, 6))).hasSize(2);
    }

    @Test
    void disasters_come_in_their_order_and_the_first_that_is_felt_is_the_strike() {
        ticker.advance(Duration.ofMillis(900));

        Duration struck =
                strike(new Disaster.HostsLost(Set.of("db"), PLACE), new Disaster.PeopleLost(Set.of("alice"), PLACE));

        assertThat(struck).isEqualTo(Duration.ofMillis(900));
        assertThat(seen).hasSize(2);
    }

    @Test
    void nothing_is_no_disaster() {
        assertThatThrownBy(this::strike).isInstanceOf(IllegalArgumentException.class);
    }

    /** A disaster of a new sort comes here, and is struck: nobody else would tell that {@link Strike} leaves it out. */
    @Test
    void every_sort_of_disaster_is_carried_out_and_says_so() throws Exception {
        Path file = Files.write(tools.resolve("16384"), new byte[40 * 8192]);
        postgres("*pg_buffercache*) echo 21;; *) echo '" + file + "|40|8192|131072';;");
        List<Disaster> all = List.of(
                new Disaster.HostsLost(Set.of("db"), PLACE),
                new Disaster.PeopleLost(Set.of("alice"), PLACE),
                new Disaster.AccessLost(Set.of("bob"), PLACE),
                damaged(),
                spoiled());

        assertThat(all.stream().map(disaster -> disaster.getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Disaster.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .toList());
        assertThat(all).allSatisfy(disaster -> {
            seen.clear();
            strike(disaster);
            assertThat(seen).isNotEmpty();
            assertThat(disaster.sentence()).isNotEmpty();
        });
    }

    private Duration strike(Disaster... disasters) {
        return new Strike(replica(), ticker, new Random(1), "mark", seen::add).all(List.of(disasters));
    }

    private static Disaster damaged() {
        return damaged(Optional.empty());
    }

    private static Disaster damaged(Optional<Long> seed) {
        Parameters parameters = key ->
                Optional.ofNullable(Map.of("name", "shop", "table", "history").get(key));
        return new Disaster.StateDamaged(
                new Held("db", State.KINDS.read("postgresql", parameters).orElseThrow()),
                Damage.KINDS.read(Damage.USUAL, parameters).orElseThrow(),
                seed,
                PLACE);
    }

    @Test
    void spoiled_backups_are_told_by_what_was_read_back() throws Exception {
        assertThat(strike(spoiled())).isEqualTo(Duration.ZERO);

        assertThat(seen)
                .singleElement()
                .asString()
                .matches("db: 16 bytes flipped at offset \\d+ of the 5000 bytes of " + tools + "/kept/segment");
    }

    private Disaster spoiled() throws IOException {
        Path kept = Files.createDirectories(tools.resolve("kept"));
        Files.write(kept.resolve("segment"), new byte[5000]);
        BackupSource source = BackupSource.KINDS
                .read("directory", key -> Optional.of(kept.toString()))
                .orElseThrow();
        return new Disaster.BackupsSpoiled(
                new EnvironmentDefinition.Backup(
                        "db",
                        source,
                        new Promised(List.of(), List.of(), Optional.empty(), Optional.empty()),
                        Optional.empty(),
                        PLACE),
                BackupDamage.KINDS.read("flipped-segment", Parameters.none()).orElseThrow(),
                Optional.of(7L),
                PLACE);
    }

    private void postgres(String cases) {
        new ThisMachine(tools).tool("psql", "case \"$(cat)\" in " + cases + " esac");
    }

    /** Machines that can be lost and asked, and nothing else. */
    private Replica replica() {
        return (Replica) Proxy.newProxyInstance(
                Replica.class.getClassLoader(),
                new Class<?>[] {Replica.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "lose" -> losses.get(arguments[0]);
                    case "look" -> traces;
                    case "host" -> new ThisMachine(tools);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
