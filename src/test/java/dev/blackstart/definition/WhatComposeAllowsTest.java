package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real Compose files say, and a replica does anyway, is no fault. */
class WhatComposeAllowsTest {
    private static final Path GOOD = Path.of("src/test/resources/definitions/good");
    private static final Path COMPOSE = Path.of("environments/shop/compose.yaml");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "networks: { inner: {} }|networks: { inner: { driver: bridge, internal: true, external: false } }",
                "networks: { inner: {} }|networks: { inner: { attachable: false, enable_ipv6: false, x-of: them } }",
                "  data: {}|  data: { driver: local, external: false }",
                "hostname: db1|x-of-somebody: { anything: [\"${VARIABLE}\"] }",
                "hostname: db1|privileged: false",
                "hostname: db1|restart: \"no\"",
                "hostname: db1|restart: no",
                "hostname: db1|scale: 1",
                "hostname: db1|tty: false",
                "  hostname: db1|  x-common: &common { ports: [1] }",
            })
    void what_a_replica_does_anyway_may_be_said(String written, String instead) throws IOException {
        assertThat(problems(written, instead)).isEmpty();
    }

    @Test
    void names_may_be_those_of_compose() throws IOException {
        assertThat(problems(
                        "inner", "_inner_net.work",
                        "data:", "plausible_db-data.1:",
                        "  mail:",
                                "  mail_of.shop: { build: images/mail, networks: [_inner_net.work], x-blackstart: { role: third-party } }\n  mail:",
                        "compose.schema.json\nname: shop", "compose.schema.json\nname: my_shop"))
                .isEmpty();
    }

    @Test
    void a_host_of_such_a_name_is_known_everywhere() throws IOException {
        copy();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                Files.writeString(
                        file,
                        text.replaceAll("(?m)\\bdb(?=[]},:\\s])(?!:/)", "shop_db.1")
                                .replace("images/shop_db.1", "images/db"));
            }
        }

        Definitions read = DefinitionReader.read(List.of(directory), new ShownPaths(directory));

        assertThat(read.problems()).map(Finding::render).isEmpty();
        assertThat(read.environments().get(0).services()).containsKey("shop_db.1");
    }

    @Test
    void what_is_merged_counts_where_nothing_else_is_said() throws IOException {
        assertThat(problems(
                        "services:\n",
                                "x-host: &host { hostname: other, networks: [inner], build: images/nowhere }\nservices:\n",
                        "  db:\n", "  db:\n    <<: *host\n",
                        "    networks: [inner]\n    depends_on", "    depends_on"))
                .isEmpty();

        Service db = Objects.requireNonNull(DefinitionReader.read(List.of(directory), new ShownPaths(directory))
                .environments()
                .get(0)
                .services()
                .get("db"));
        assertThat(db.hostname()).contains("db1");
        assertThat(db.networks()).containsExactly("inner");
    }

    @Test
    void a_machine_takes_what_its_role_takes_unless_it_says_otherwise() throws IOException {
        assertThat(problems(
                        "site: offsite, login: console",
                        "site: offsite, limits: { memory: 8g, processes: 99, tmpfs: 3k }"))
                .isEmpty();

        EnvironmentDefinition shop = DefinitionReader.read(List.of(directory), new ShownPaths(directory))
                .environments()
                .get(0);
        ServiceLimits usual = ServiceLimits.of(Service.Role.HOST);
        assertThat(shop.services().get("offsite"))
                .extracting(Service::limits)
                .isEqualTo(new ServiceLimits(8L << 30, 99, 3 << 10, usual.log()));
        assertThat(shop.services().get("db")).extracting(Service::limits).isEqualTo(usual);
        assertThat(shop.services().get("mail"))
                .extracting(Service::limits)
                .isEqualTo(ServiceLimits.of(Service.Role.THIRD_PARTY));
    }

    @Test
    void a_command_keeps_its_dollar_signs() throws IOException {
        assertThat(problems("command: [sleep, infinity]", "command: [sh, -c, echo $$HOME]"))
                .isEmpty();

        Service responder = Objects.requireNonNull(DefinitionReader.read(List.of(directory), new ShownPaths(directory))
                .environments()
                .get(0)
                .services()
                .get("responder"));
        assertThat(responder.command()).containsExactly("sh", "-c", "echo $HOME");
    }

    private List<String> problems(String... replaced) throws IOException {
        copy();
        Path compose = directory.resolve(COMPOSE);
        String text = Files.readString(compose);
        for (int i = 0; i < replaced.length; i += 2) {
            assertThat(text).contains(replaced[i]);
            text = text.replace(replaced[i], replaced[i + 1]);
        }
        Files.writeString(compose, text);
        return DefinitionReader.read(List.of(directory), new ShownPaths(directory)).problems().stream()
                .map(Finding::render)
                .toList();
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(GOOD)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = directory.resolve(GOOD.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
