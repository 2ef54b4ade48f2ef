package dev.blackstart.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any value, in any form, cut anywhere, never survives; everything else does. */
class RedactorPropertiesTest {
    @Property(tries = 250)
    void no_form_of_a_value_survives_any_chunking(
            @ForAll("values") String value,
            @ForAll("surroundings") String before,
            @ForAll("surroundings") String after,
            @ForAll Encoding encoding,
            @ForAll("cuts") List<Integer> cuts) {
        Redactor redactor = Redactor.of(List.of(Secret.of("NAME", value)));
        String leak = encoding.of(value);
        String text = before + leak + after;

        String redacted = inChunks(redactor, text, cuts);

        assertThat(redacted).doesNotContain(leak).contains("[secret:NAME]");
        assertThat(redacted).isEqualTo(redactor.redact(text));
    }

    @Property(tries = 120)
    void a_value_inside_a_longer_base64_text_is_found_wherever_it_stands(
            @ForAll("values") String value,
            @ForAll("surroundings") String before,
            @ForAll("surroundings") String after) {
        Redactor redactor = Redactor.of(List.of(Secret.of("NAME", value)));
        for (Encoding encoding : List.of(Encoding.BASE64, Encoding.BASE64_URL, Encoding.BASE64_LINES)) {
            assertThat(redactor.redact(encoding.of(before + value + after))).contains("[secret:NAME]");
        }
    }

    @Property(tries = 120)
    void bytes_are_redacted_like_text(
            @ForAll("values") String value, @ForAll("surroundings") String before, @ForAll("cuts") List<Integer> cuts) {
        Redactor redactor = Redactor.of(List.of(Secret.of("NAME", value)));
        byte[] bytes = (before + value + before).getBytes(UTF_8);
        RedactedBytes stream = redactor.bytes();
        ByteArrayOutputStream redacted = new ByteArrayOutputStream();
        int at = 0;
        for (int cut : cuts) {
            int n = Math.min(cut, bytes.length - at);
            redacted.writeBytes(stream.write(bytes, at, n));
            at += n;
        }
        redacted.writeBytes(stream.write(bytes, at, bytes.length - at));
        redacted.writeBytes(stream.finish());

        assertThat(redacted.toString(UTF_8)).doesNotContain(value).contains("[secret:NAME]");
    }

    @Property(tries = 120)
    void text_without_a_secret_passes_unchanged(@ForAll String text, @ForAll("cuts") List<Integer> cuts) {
        // Nothing that jqwik makes contains this.
        Redactor redactor = Redactor.of(List.of(Secret.of("NAME", "c0rrect-h0rse-battery-stap1e")));
        assertThat(inChunks(redactor, text, cuts)).isEqualTo(text);
    }

    @Property(tries = 120)
    void secrets_that_overlap_leave_nothing_of_each_other(
            @ForAll("values") String value, @ForAll("cuts") List<Integer> cuts) {
        Assume.that(value.length() >= 12);
        String head = value.substring(0, value.length() - 3);
        String tail = value.substring(3);
        Assume.that(Blank.without(head).length() >= 6 && Blank.without(tail).length() >= 6);
        Redactor redactor = Redactor.of(List.of(Secret.of("HEAD", head))).with(List.of(Secret.of("TAIL", tail)));
        assertThat(inChunks(redactor, "<" + value + ">", cuts))
                .doesNotContain(head)
                .doesNotContain(tail);
    }

    @Property(tries = 120)
    void no_run_of_eight_characters_survives_in_any_form(
            @ForAll("values") String value, @ForAll("surroundings") String around, @ForAll Encoding encoding) {
        Assume.that(encoding != Encoding.INDENTED && value.indexOf(' ') < 0 && value.indexOf('\t') < 0);
        Redactor redactor = Redactor.of(List.of(Secret.of("NAME", value)));
        for (int from = 0; from + 8 <= value.length(); from++) {
            String run = value.substring(from, from + 8);
            if (run.chars().distinct().count() > 1) {
                assertThat(redactor.redact(around + " " + encoding.of(run) + " " + around))
                        .as(run)
                        .contains("[secret:NAME]");
            }
        }
    }

    private static String inChunks(Redactor redactor, String text, List<Integer> cuts) {
        RedactedText stream = redactor.text();
        StringBuilder redacted = new StringBuilder();
        int at = 0;
        for (int cut : cuts) {
            int end = Math.min(text.length(), at + cut);
            redacted.append(stream.write(text.substring(at, end)));
            at = end;
        }
        return redacted.append(stream.write(text.substring(at)))
                .append(stream.finish())
                .toString();
    }

    /** Values with everything that an encoder treats specially; no brackets, since the mark that hides them has some. */
    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> ends =
                Arbitraries.strings().withChars("aZ09+/%\"'\\&<>=_-~é€").ofLength(3);
        Arbitrary<String> middle = Arbitraries.strings()
                .withChars("abcXYZ0189 \t+/%\"'\\&<>=_-~!*(),;:@$#é€")
                .ofMinLength(0)
                .ofMaxLength(60);
        return Combinators.combine(ends, middle, ends).as((a, b, c) -> a + b + c);
    }

    @Provide
    Arbitrary<String> surroundings() {
        return Arbitraries.strings().withChars("abcXYZ01 \n:.é").ofMaxLength(80);
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(0, 12).list().ofMaxSize(60).map(ArrayList::new);
    }
}
