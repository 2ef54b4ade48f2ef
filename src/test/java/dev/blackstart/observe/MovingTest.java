package dev.blackstart.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MovingTest {
    private final Moving moving = new Moving();

    @Test
    void where_nothing_moves_every_character_counts() {
        learn("{\"id\":\"a\"}", "{\"id\":\"a\"}");

        assertThat(moving.example()).isEmpty();
        assertThat(same("{\"id\":\"a\"}", "{\"id\":\"a\" }")).isFalse();
    }

    @Test
    void what_moves_is_left_out_and_all_else_is_compared() {
        learn("{\"cents\":500,\"asked\":\"10:00:01\"}", "{\"cents\":500,\"asked\":\"10:00:07\"}");

        assertThat(moving.all()).isFalse();
        assertThat(same("{\"cents\":500,\"asked\":\"10:00:01\"}", "{\"cents\":500,\"asked\":\"10:00:59\"}"))
                .isTrue();
        assertThat(same("{\"cents\":500,\"asked\":\"10:00:01\"}", "{\"cents\":1,\"asked\":\"10:00:59\"}"))
                .isFalse();
        assertThat(same("{\"cents\":500,\"asked\":\"10:00:01\"}", "{\"cents\":500}"))
                .isFalse();
    }

    @Test
    void where_words_come_and_go_nothing_can_be_compared() {
        learn("one", "one two");

        assertThat(moving.all()).isTrue();
        assertThat(moving.example()).contains("id was one and is one two");
    }

    private void learn(String one, String other) {
        moving.learn(Map.of("id", Body.of(one)), Map.of("id", Body.of(other)));
    }

    private boolean same(String before, String after) {
        return moving.same(Body.of(before), Body.of(after));
    }
}
