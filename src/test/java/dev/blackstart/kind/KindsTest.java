package dev.blackstart.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KindsTest {
    sealed interface Shape {}

    @Word("square")
    record Square(String side) implements Shape {
        static Optional<Square> read(Parameters parameters) {
            return parameters.text("side").map(Square::new);
        }
    }

    @Word("point")
    record Point() implements Shape {
        static Optional<Point> read(Parameters parameters) {
            return Optional.of(new Point());
        }
    }

    sealed interface Round extends Shape {}

    @Word("circle")
    record Circle() implements Round {
        static Optional<Circle> read(Parameters parameters) {
            return Optional.of(new Circle());
        }
    }

    sealed interface Wordless {}

    record Nameless() implements Wordless {}

    sealed interface Unread {}

    @Word("silent")
    record Silent() implements Unread {}

    sealed interface Alike {}

    @Word("same")
    record One() implements Alike {
        static Optional<One> read(Parameters parameters) {
            return Optional.of(new One());
        }
    }

    @Word("same")
    record Other() implements Alike {
        static Optional<Other> read(Parameters parameters) {
            return Optional.of(new Other());
        }
    }

    private final Kinds<Shape> kinds = Kinds.of(Shape.class);

    @Test
    void a_kind_is_found_by_its_word_and_reads_itself() {
        assertThat(kinds.words()).containsExactly("circle", "point", "square");
        assertThat(kinds.read("square", of("side", "3"))).contains(new Square("3"));
        assertThat(kinds.read("point", of("side", "3"))).contains(new Point());
    }

    @Test
    void a_family_may_hold_families() {
        assertThat(kinds.read("circle", Parameters.none())).contains(new Circle());
    }

    @Test
    void what_lacks_a_parameter_or_has_no_kind_is_not_read() {
        assertThat(kinds.read("square", of("edge", "3"))).isEmpty();
        assertThat(kinds.read("ellipse", of("side", "3"))).isEmpty();
    }

    @Test
    void a_kind_that_nobody_could_name_or_read_ends_everything_at_once() {
        assertThatThrownBy(() -> Kinds.of(Wordless.class)).hasMessageContaining("no @Word on");
        assertThatThrownBy(() -> Kinds.of(Unread.class)).hasMessageContaining("no static read(Parameters) in");
        assertThatThrownBy(() -> Kinds.of(Alike.class)).hasMessageContaining("two kinds have the word of");
    }

    private static Parameters of(String key, String text) {
        return asked -> Optional.ofNullable(Map.of(key, text).get(asked));
    }
}
