package dev.blackstart.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FreshValueTest {
    private static final Random RANDOM = new Random(7);

    @Test
    void each_letter_and_digit_becomes_another_of_its_kind() {
        assertThat(shaped("postgres://Web:pa55@db/shop"))
                .matches("[a-z]{8}://[A-Z][a-z]{2}:[a-z]{2}\\d{2}@[a-z]{2}/[a-z]{4}");
    }

    @Test
    void what_is_hexadecimal_stays_so() {
        assertThat(shaped("00ff-12ab")).matches("\\d{2}[a-f]{2}-\\d{2}[a-f]{2}");
    }

    @Test
    void what_has_no_letter_and_no_digit_can_be_no_other() {
        assertThat(FreshValue.shaped("--//--".getBytes(US_ASCII), RANDOM)).isEmpty();
    }

    @Property
    void no_letter_stays_what_it_was(
            @ForAll @StringLength(min = 1, max = 200) @CharRange(from = 'a', to = 'z') @CharRange(from = '0', to = '9')
                    String value) {
        String other = shaped(value);

        assertThat(other).hasSameSizeAs(value);
        for (int at = 0; at < value.length(); at++) {
            assertThat(other.charAt(at)).isNotEqualTo(value.charAt(at));
        }
    }

    private static String shaped(String value) {
        return new String(FreshValue.shaped(value.getBytes(US_ASCII), RANDOM).orElseThrow(), US_ASCII);
    }
}
