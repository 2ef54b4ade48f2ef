package dev.blackstart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blackstart.access.MadeUp;
import java.io.IOException;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Looks at the JSON alone: it may not call itself complete where it gives a bound anywhere. */
class NoBoundIsCompleteTest {
    private static final long SEED = Long.getLong("blackstart.seed", new Random().nextLong());
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void an_answer_with_a_bound_is_not_complete() throws IOException {
        System.out.println("no bound is complete: from -Dblackstart.seed=" + SEED);
        Random random = new Random(SEED);
        int bounded = 0;
        for (int i = 0; i < 300; i++) {
            MadeUp made = MadeUp.of(random);
            JsonNode answer = JSON.readTree(
                    JsonAnswer.render(Answer.of("made-up", made.inventory(), made.access(), Set.of(), 0)));
            boolean bound = hasBound(answer);
            bounded += bound ? 1 : 0;
            assertThat(answer.get("complete").booleanValue())
                    .as("inventory %d of -Dblackstart.seed=%d", i, SEED)
                    .isEqualTo(!bound);
        }
        assertThat(bounded).isBetween(30, 299);
    }

    private static boolean hasBound(JsonNode node) {
        if (node.has("least") && !node.get("least").equals(node.get("most"))) {
            return true;
        }
        for (JsonNode part : node) {
            if (hasBound(part)) {
                return true;
            }
        }
        return false;
    }
}
