package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.environment.Base;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.Replica;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
final class SnapshotTest {
    private static final String CHANGE = """
            install -d -m 0710 -o owner /srv/mine
            echo secret > /srv/mine/key && chmod 0600 /srv/mine/key && chown owner:nogroup /srv/mine/key
            ln -s key /srv/mine/alias && ln /srv/mine/key /srv/mine/twin
            rm /etc/default-site && rm -r /srv/www && mkdir /srv/www && echo changed > /srv/www/new.html
            rm -r /usr/share/doc
            echo row > /var/lib/data/inside/row && chown owner /var/lib/data/inside/row && rm /var/lib/data/from-image
            chmod 0701 /var/lib/data && ln /var/lib/data/inside/row /var/lib/data/inside/twin
            ln -s /etc/passwd /var/lib/data/link
            echo gone > /tmp/passing && echo gone > /run/passing
            systemctl disable web.service
            """;

    private static DockerEngine engine;
    private static Replica first;
    private static Replica second;
    private static Host restored;
    private static Base base;

    @BeforeAll
    static void keep_and_restore(@TempDir Path directory) {
        engine = SmallEnvironment.engine();
        first = open("first");
        Host original = first.order("web");
        assertThat(original.run(Command.as("root", "sh", "-euc", CHANGE))).matches(outcome -> outcome.succeeded());
        first.order("desk").write("/root/note", "kept".getBytes(java.nio.charset.StandardCharsets.UTF_8), "root", 0640);
        base = new Base(directory.resolve("base"));
        first.keep(base, Set.of("web", "desk"));
        first.close();
        second = open("second");
        restored = second.restore("web", base);
    }

    @AfterAll
    static void close() {
        first.close();
        second.close();
        assertThat(first.remains().none() && second.remains().none()).isTrue();
        engine.close();
    }

    @Test
    void owners_modes_and_links_come_back() {
        assertThat(
                        run(
                                "stat -c '%n %U:%G %a %F' /srv/mine /srv/mine/key; readlink /srv/mine/alias; stat -c %h /srv/mine/twin"))
                .isEqualTo("""
                        /srv/mine owner:root 710 directory
                        /srv/mine/key owner:nogroup 600 regular file
                        key
                        2
                        """);
    }

    @Test
    void volumes_come_back_with_their_own_owners_and_modes_and_nothing_of_the_image() {
        assertThat(run(
                        "stat -c '%U %a' /var/lib/data; cat /var/lib/data/inside/twin; stat -c '%U %h' /var/lib/data/inside/row;"
                                + " readlink /var/lib/data/link; ls /var/lib/data"))
                .isEqualTo("owner 701\nrow\nowner 2\n/etc/passwd\ninside\nlink\n");
    }

    @Test
    void what_was_removed_stays_away() {
        assertThat(run("ls -d /etc/default-site /usr/share/doc 2>/dev/null; ls /srv/www"))
                .isEqualTo("new.html\n");
    }

    @Test
    void it_is_away_before_the_first_unit_starts() {
        assertThat(run("systemctl is-active web.service || true")).isEqualTo("inactive\n");
        assertThat(run("systemctl is-system-running")).isEqualTo("running\n");
    }

    @Test
    void what_passes_is_not_kept_and_the_lists_are_gone() {
        assertThat(run("ls -d /tmp/passing /run/passing /.blackstart 2>/dev/null || true"))
                .isEmpty();
    }

    @Test
    void systemd_is_the_first_process() {
        assertThat(run("cat /proc/1/comm")).isEqualTo("systemd\n");
    }

    @Test
    void a_machine_without_systemd_comes_back_too() {
        assertThat(second.restore("desk", base)
                        .run(Command.as("root", "sh", "-c", "cat /root/note; stat -c %a /root/note"))
                        .out())
                .isEqualTo("kept640\n");
    }

    @Test
    void what_came_back_restarts_with_its_disk_and_its_address_and_forgets_what_lay_in_memory() {
        String addresses = run("hostname -i | xargs -n 1 | sort");
        run("echo kept > /root/kept; echo kept > /var/lib/data/kept; echo gone > /dev/shm/passing");

        assertThat(second.restart("web")).isTrue();

        assertThat(run("cat /root/kept /var/lib/data/kept; ls /dev/shm; systemctl is-system-running"))
                .isEqualTo("kept\nkept\nrunning\n");
        assertThat(run("hostname -i | xargs -n 1 | sort")).isEqualTo(addresses);
        run("rm /var/lib/data/kept");
    }

    @Test
    void a_machine_that_cannot_boot_any_more_is_told_from_an_engine_that_fails() {
        Host broken = second.order("store");
        assertThat(broken.run(Command.as(
                                "root",
                                "sh",
                                "-c",
                                "rm /sbin/init; printf '#!/bin/sh\\nexit 1\\n' > /sbin/init; chmod 755 /sbin/init"))
                        .succeeded())
                .isTrue();

        assertThat(second.restart("store")).isFalse();
    }

    @Test
    void the_base_is_its_owners_alone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(base.host("web"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(base.directory())))
                .isEqualTo("rwx------");
    }

    private static Replica open(String attempt) {
        return engine.open(
                SmallEnvironment.definition(), new Engine.Tag("test-" + UUID.randomUUID(), attempt), Set.of());
    }

    private static String run(String script) {
        return restored.run(Command.as("root", "sh", "-c", script)).out();
    }
}
