package dev.blackstart.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.secret.OwnFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BasesTest {
    private static final EnvironmentDefinition SHOP = DefinitionReader.read(
                    List.of(Path.of("src/test/resources/definitions/good")))
            .environments()
            .get(0);
    private static final Map<String, String> IMAGES = Map.of("db", "sha256:1", "app", "sha256:2");

    @TempDir
    Path cache;

    private int commissioned;

    @Test
    void what_was_commissioned_is_used_again() {
        Path first = base(IMAGES);
        assertThat(base(IMAGES)).isEqualTo(first).isDirectory();
        assertThat(commissioned).isEqualTo(1);
    }

    @Test
    void on_another_image_it_is_commissioned_anew() {
        Path first = base(IMAGES);
        assertThat(base(Map.of("db", "sha256:3", "app", "sha256:2"))).isNotEqualTo(first);
        assertThat(commissioned).isEqualTo(2);
    }

    @Test
    void what_others_could_read_or_change_is_commissioned_anew() throws IOException {
        Path first = base(IMAGES);
        Files.setPosixFilePermissions(first, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(base(IMAGES)).isEqualTo(first);
        assertThat(commissioned).isEqualTo(2);
        assertThat(OwnFiles.alone(first)).isTrue();
    }

    @Test
    void the_order_of_the_images_does_not_matter() {
        assertThat(base(Map.of("app", "sha256:2", "db", "sha256:1"))).isEqualTo(base(IMAGES));
    }

    @Test
    void what_failed_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> bases().of(SHOP, IMAGES, unfinished -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(left()).noneMatch(name -> name.endsWith(".unfinished"));
    }

    @Test
    void three_are_kept_of_each_environment_and_others_are_left_alone() throws IOException {
        List<Path> others = new ArrayList<>();
        // Names of environments that a pattern made of this one's name would match.
        for (String name : List.of(SHOP.name() + "s", SHOP.name().replace('s', '.'), SHOP.name() + "-old")) {
            others.add(old(name + "-0123456789abcdef"));
        }
        List<Path> ours = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ours.add(old(SHOP.name() + "-000000000000000" + i));
        }
        base(IMAGES);
        assertThat(others).allSatisfy(path -> assertThat(path).isDirectory());
        assertThat(ours).filteredOn(Files::isDirectory).hasSize(2);
    }

    @Test
    void the_name_of_an_environment_is_no_pattern() throws IOException {
        EnvironmentDefinition odd = named("s[a-z]op+");
        Path other = old("shop-0123456789abcdef");
        for (int i = 0; i < 4; i++) {
            try (Bases bases = bases()) {
                bases.of(odd, Map.of("db", "sha256:" + i), this::commission);
            }
        }
        assertThat(other).isDirectory();
        assertThat(left())
                .filteredOn(name -> name.matches("s\\[a-z\\]op\\+-[0-9a-f]{16}"))
                .hasSize(3);
    }

    @Test
    void a_base_in_use_is_removed_by_nobody() throws IOException {
        try (Bases bases = bases()) {
            Path inUse = bases.of(SHOP, IMAGES, this::commission).directory();
            Files.setLastModifiedTime(inUse, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
            for (int i = 0; i < 4; i++) {
                base(Map.of("db", "sha256:" + i));
            }
            bases().forgetUnused(said -> {});
            assertThat(inUse).isDirectory();
        }
        bases().forgetUnused(said -> {});
        assertThat(left()).filteredOn(name -> name.matches(".*-[0-9a-f]{16}")).hasSize(1);
    }

    @Test
    void what_stays_is_said_and_what_nobody_used_for_long_is_forgotten() throws IOException {
        Path newest = base(IMAGES);
        Path old = old("gone-0123456789abcdef");
        List<String> said = new ArrayList<>();

        bases().forgetUnused(said::add);

        assertThat(old).doesNotExist();
        assertThat(said).anyMatch(line -> line.equals("forgot the base gone-0123456789abcdef"));
        assertThat(said).anyMatch(line -> line.startsWith("left the base " + newest));
    }

    @Test
    void the_directory_of_all_bases_is_its_owners_alone() throws IOException {
        Files.createDirectories(cache.resolve("bases"));
        Files.setPosixFilePermissions(cache.resolve("bases"), PosixFilePermissions.fromString("rwxr-xr-x"));

        base(IMAGES);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache.resolve("bases"))))
                .isEqualTo("rwx------");
    }

    @Test
    void what_a_killed_commissioning_left_unfinished_goes() throws IOException {
        Path unfinished = Files.createDirectories(cache.resolve("bases").resolve("shop-1.unfinished"));
        Files.writeString(unfinished.resolve("key"), "generated");
        List<String> said = new ArrayList<>();
        bases().removeUnfinished(said::add);
        assertThat(unfinished).doesNotExist();
        assertThat(said).containsExactly("removed the unfinished base shop-1.unfinished");
    }

    private Path base(Map<String, String> images) {
        try (Bases bases = bases()) {
            return bases.of(SHOP, images, this::commission).directory();
        }
    }

    private Bases bases() {
        return new Bases(cache);
    }

    private Path commission(Path unfinished) {
        commissioned++;
        return unfinished;
    }

    private Path old(String name) throws IOException {
        Path base = Files.createDirectories(cache.resolve("bases").resolve(name));
        return Files.setLastModifiedTime(base, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.list(cache.resolve("bases"))) {
            return all.map(path -> String.valueOf(path.getFileName())).toList();
        }
    }

    private static EnvironmentDefinition named(String name) {
        return new EnvironmentDefinition(
                name,
                SHOP.directory(),
                SHOP.sites(),
                SHOP.services(),
                SHOP.networks(),
                SHOP.volumes(),
                SHOP.backups(),
                SHOP.inventory(),
                SHOP.runbooks());
    }
}
