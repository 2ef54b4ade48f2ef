package dev.blackstart.drill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Event;
import dev.blackstart.secret.Secret;
import dev.blackstart.testing.Tar;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicPlacesTest {
    private static final String VALUE = "kF9xQ2mZ7-wB4";

    @TempDir
    private Path environment;

    private final PublicPlaces places = new PublicPlaces(List.of(Secret.of("passphrase", VALUE)));

    @Test
    void a_value_in_a_document_is_found_by_name_and_place() {
        byte[] documents = Tar.pack(Map.of(
                "documents/notes.txt", ("it is " + VALUE + "\n" + VALUE).getBytes(UTF_8),
                "documents/other.txt", "nothing".getBytes(UTF_8)));

        assertThat(places.documents(new ByteArrayInputStream(documents)))
                .containsExactly(new Event.SecretShown("passphrase", "documents/notes.txt", "plain"));
    }

    @Test
    void a_value_that_an_image_is_built_from_is_found_however_it_is_written() throws Exception {
        Path file = Files.createDirectories(environment.resolve("images/db")).resolve("app.conf");
        Files.writeString(file, "token=" + Base64.getEncoder().encodeToString(VALUE.getBytes(UTF_8)));

        assertThat(places.environment(environment))
                .containsExactly(new Event.SecretShown(
                        "passphrase", environment.getFileName() + "/images/db/app.conf", "base64"));
    }
}
