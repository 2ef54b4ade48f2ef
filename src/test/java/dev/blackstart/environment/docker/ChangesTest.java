package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.ChangeLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ChangesTest {
    @Test
    void what_passes_with_the_machine_is_not_kept() throws JsonProcessingException {
        Changes changes = Changes.of(List.of(
                change("/etc/app.conf", 1),
                change("/run/x", 1),
                change("/tmp", 0),
                change("/var/cache/y", 2),
                change("/etc/old", 2),
                change("/etc/hosts", 0),
                change("/runner", 1)));
        assertThat(changes.written()).containsExactly("/etc/app.conf", "/runner");
        assertThat(changes.removed()).containsExactly("/etc/old");
    }

    @Test
    void a_directory_that_was_made_anew_is_removed_and_kept() {
        Changes changes = new Changes(Set.of("/a/b"), Set.of("/a"));
        assertThat(changes.keeps("/a") && changes.keeps("/a/b") && !changes.keeps("/a/c"))
                .isTrue();
    }

    @Test
    void lists_hold_any_path() {
        assertThat(Restoration.list(List.of("/b\nc", "/a"))).isEqualTo("/a\0/b\nc\0".getBytes(StandardCharsets.UTF_8));
    }

    private static ChangeLog change(String path, int kind) throws JsonProcessingException {
        return new ObjectMapper().readValue("{\"Path\":\"" + path + "\",\"Kind\":" + kind + "}", ChangeLog.class);
    }
}
