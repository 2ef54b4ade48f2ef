package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class StreamsTest {
    private final Capture out = new Capture(8);
    private final Capture err = new Capture(8);

    @Test
    void frames_go_to_the_stream_they_name() throws IOException {
        read(frame(1, "one "), frame(2, "two"), frame(1, "three"));
        assertThat(out.text()).isEqualTo("one three");
        assertThat(err.text()).isEqualTo("two");
    }

    @Test
    void an_end_inside_a_frame_is_no_end() {
        byte[] frame = frame(1, "abcdef");
        assertThatThrownBy(() -> read(java.util.Arrays.copyOf(frame, 11))).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read(java.util.Arrays.copyOf(frame, 5))).isInstanceOf(EOFException.class);
    }

    @Test
    void bytes_that_are_no_frame_are_not_taken_for_output() {
        assertThatThrownBy(() -> read("hello".getBytes(StandardCharsets.UTF_8))).hasMessageContaining("unknown stream");
    }

    @Test
    void what_fits_is_kept_whole() {
        out.add("0123456789abcdef");
        assertThat(out.text()).isEqualTo("0123456789abcdef");
    }

    @Test
    void what_does_not_fit_loses_its_middle_and_says_so() {
        for (char c = 'a'; c <= 'z'; c++) {
            out.add(String.valueOf(c));
        }
        assertThat(out.text()).isEqualTo("abcdefgh\n[blackstart: 10 bytes are left out here]\nstuvwxyz");
    }

    @Test
    void one_large_piece_is_cut_like_many_small_ones() {
        out.add("abcdefghijklmnopqrstuvwxyz");
        assertThat(out.text()).startsWith("abcdefgh\n").endsWith("\nstuvwxyz");
    }

    @Test
    void a_character_on_the_border_is_not_torn() {
        out.add("1234567é89");
        assertThat(out.text()).isEqualTo("1234567é89");
    }

    private void read(byte[]... frames) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] frame : frames) {
            all.write(frame);
        }
        Frames.read(new ByteArrayInputStream(all.toByteArray()), out, err);
    }

    private static byte[] frame(int stream, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[8 + body.length];
        frame[0] = (byte) stream;
        frame[7] = (byte) body.length;
        System.arraycopy(body, 0, frame, 8, body.length);
        return frame;
    }
}
