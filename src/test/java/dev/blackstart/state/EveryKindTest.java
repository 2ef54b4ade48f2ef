package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blackstart.kind.Kinds;
import dev.blackstart.kind.Parameters;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import dev.blackstart.testing.FakeTicker;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of state and every damage keeps, and no compiler tells. A new one is tried here by its examples in the schema. */
class EveryKindTest {
    private static final JsonNode STATE =
            schema("compose", "/$defs/service/properties/x-blackstart/properties/state/items");
    private static final JsonNode DAMAGE = schema("drill", "/properties/disaster/items/properties/corrupt");

    private final Set<String> asked = new HashSet<>();

    static Set<String> states() {
        return State.KINDS.words();
    }

    static Set<String> damages() {
        return Damage.KINDS.words();
    }

    @Test
    void the_schemas_name_every_kind_and_no_other() {
        assertThat(words(STATE.at("/properties/kind/enum"))).hasSameElementsAs(states());
        assertThat(words(DAMAGE.at("/properties/damage/enum"))).hasSameElementsAs(damages());
        assertThat(damages()).contains(Damage.USUAL);
    }

    @Test
    void nothing_that_the_schemas_allow_is_ignored_by_all() {
        states().forEach(word -> example(State.KINDS, word, STATE));
        assertThat(asked).containsAll(keys(STATE, "kind", "living", "references", "rebuilt"));

        asked.clear();
        damages().forEach(this::damage);
        assertThat(asked).containsAll(keys(DAMAGE, "service", "state", "damage", "seed"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void what_lacks_its_parameters_is_no_state(String word) {
        assertThat(State.KINDS.read(word, key -> Optional.empty()).isEmpty()).isEqualTo(needsParameters(word));
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_host_that_says_nothing_is_never_taken_for_one_that_holds_nothing(String word) {
        State state = example(State.KINDS, word, STATE);

        for (Host silent : List.of(silent(1), silent(127))) {
            assertThatThrownBy(() -> state.fingerprint(silent, "mark")).isInstanceOf(StateException.class);
            assertThatThrownBy(() -> state.remains(silent, "mark")).isInstanceOf(StateException.class);
            state.queries()
                    .ifPresent(queries -> assertThat(queries.ask(silent, "select 1"))
                            .isEqualTo(new Queries.Answer(false, "nothing works")));
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void a_host_that_ends_well_and_says_nothing_is_not_believed_either(String word) {
        State state = example(State.KINDS, word, STATE);

        assertThatThrownBy(() -> state.fingerprint(silent(0), "mark")).isInstanceOf(StateException.class);
        assertThatThrownBy(() -> state.remains(silent(0), "mark")).isInstanceOf(StateException.class);
    }

    @ParameterizedTest
    @MethodSource("states")
    void whatever_is_missing_is_a_difference(String word) {
        State state = example(State.KINDS, word, STATE);
        Fingerprint none = new Fingerprint(new TreeMap<>());

        assertThat(state.differences(none, none)).isEmpty();
        assertThat(state.counts(none)).isNotEmpty().allSatisfy((noun, count) -> {
            assertThat(noun).matches("[a-z]+s");
            assertThat(count).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("damages")
    void what_lacks_its_parameters_is_no_damage(String word) {
        JsonNode example = whole(word);
        boolean needsNone = Damage.KINDS.read(word, Parameters.none()).isPresent();

        for (String key : keys(DAMAGE, "service", "state", "damage", "seed")) {
            boolean left = Damage.KINDS
                    .read(word, asking -> asking.equals(key) ? Optional.empty() : text(example, asking))
                    .isPresent();
            assertThat(needed(word).contains(key)).as(key).isEqualTo(!left);
        }
        assertThat(needsNone).isEqualTo(needed(word).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("damages")
    void a_damage_is_one_that_some_state_can_take(String word) {
        Damage damage = damage(word);

        assertThat(states()).anyMatch(kind -> damage.takes(example(State.KINDS, kind, STATE)));
        assertThat(damage.sentence("db")).contains("db");
        assertThat(damage.detector()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("damages")
    void a_damage_that_could_not_be_done_or_seen_is_never_told_as_done(String word) {
        Damage damage = damage(word);
        State state = states().stream()
                .map(kind -> example(State.KINDS, kind, STATE))
                .filter(damage::takes)
                .findFirst()
                .orElseThrow();

        for (Host silent : List.of(silent(0), silent(1), silent(127))) {
            assertThatThrownBy(() ->
                            damage.carryOut(new Damage.Target(silent, state, "mark", new Random(1), new FakeTicker())))
                    .isInstanceOf(DamageException.class);
        }
    }

    @Test
    void a_fingerprint_cannot_be_changed_afterwards() {
        SortedMap<Thing, Content> things = new TreeMap<>();
        Fingerprint fingerprint = new Fingerprint(things);
        things.put(new Thing("table", "table one"), new Content(1, "1"));

        assertThat(fingerprint.size()).isZero();
    }

    /** Read one from the schema's examples of all keys. */
    private <T> T example(Kinds<T> kinds, String word, JsonNode schema) {
        return kinds.read(word, new Parameters() {
                    @Override
                    public Optional<String> text(String key) {
                        return Optional.of(example(key))
                                .filter(found -> !found.isMissingNode())
                                .map(JsonNode::asText);
                    }

                    @Override
                    public List<String> texts(String key) {
                        return words(example(key));
                    }

                    private JsonNode example(String key) {
                        asked.add(key);
                        return schema.at("/properties/" + key + "/examples/0");
                    }
                })
                .orElseThrow();
    }

    /** Whether the schema asks for more than its word. */
    private static boolean needsParameters(String word) {
        for (JsonNode rule : STATE.path("allOf")) {
            if (words(rule.at("/if/properties/kind/enum")).contains(word)
                    && !words(rule.at("/then/required")).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Damage damage(String word) {
        JsonNode example = whole(word);
        return Damage.KINDS
                .read(word, key -> {
                    asked.add(key);
                    return text(example, key);
                })
                .orElseThrow();
    }

    /** The example that the schema has of a whole {@code corrupt}. */
    private static JsonNode whole(String word) {
        for (JsonNode example : DAMAGE.at("/examples")) {
            if (text(example, "damage").equals(Optional.of(word))) {
                return example;
            }
        }
        throw new IllegalStateException("the schema has no example of a whole corrupt: { damage: " + word + " }");
    }

    /** The keys that the schema asks for with this word. */
    private static List<String> needed(String word) {
        for (JsonNode branch : DAMAGE.at("/allOf")) {
            if (words(branch.at("/if/properties/damage/enum")).contains(word)) {
                return words(branch.at("/then/required"));
            }
        }
        return List.of();
    }

    private static Optional<String> text(JsonNode example, String key) {
        return Optional.ofNullable(example.get(key)).map(JsonNode::asText);
    }

    private static List<String> keys(JsonNode schema, String... ours) {
        List<String> keys = new ArrayList<>();
        schema.at("/properties").fieldNames().forEachRemaining(keys::add);
        keys.removeAll(List.of(ours));
        return keys;
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static JsonNode schema(String name, String path) {
        try {
            return new ObjectMapper()
                    .readTree(Files.readString(Path.of("docs/schema/" + name + ".schema.json")))
                    .at(path);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A host whose every command ends so, and says nothing. */
    private static Host silent(int exitCode) {
        return new Host() {
            @Override
            public String name() {
                return "db";
            }

            @Override
            public Outcome run(Command command) {
                return new Outcome(Outcome.Ending.ENDED, exitCode, "", "nothing works");
            }

            @Override
            public Outcome stream(Command command, OutputStream out) {
                return run(command);
            }

            @Override
            public Watch watch(Command command, Consumer<String> line) {
                throw new IllegalStateException("nothing works");
            }

            @Override
            public void write(String path, byte[] content, String owner, int mode) {}
        };
    }
}
