package dev.blackstart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UriPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"../store/a b.gpg", "a:b/c", "50%/#1?x", "übung/東京", "-rf", "a\\b", "<b>|`x`\"^{}[]", "../../x"})
    void it_is_a_reference_that_leads_back_to_the_path(String path) throws Exception {
        URI uri = new URI(UriPath.of(Path.of(path)));

        assertThat(uri.isAbsolute()).isFalse();
        assertThat(uri.getPath()).isEqualTo(path);
    }
}
