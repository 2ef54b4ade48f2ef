package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes an environment down in a directory, and asks what it says. */
final class Documents {
    private static final String COMPOSE = """
            x-blackstart:
              sites:
                primary: { provider: hoster-a, account: hosting-login, jurisdiction: DE }
                second: { provider: hoster-a, account: hosting-login, jurisdiction: IS }
                offsite: { provider: hoster-b, account: offsite-login, jurisdiction: IS }
              backups: [{ service: db, path: /srv }]
            services:
              db:
                build: images/any
                volumes: [data:/srv]
                x-blackstart: { site: primary, state: [{ kind: postgresql, name: shop }] }
              vault:
                build: images/any
                x-blackstart: { site: primary }
              vault-two:
                build: images/any
                x-blackstart: { site: second }
              offsite:
                build: images/any
                x-blackstart: { site: offsite, login: console }
              responder:
                build: images/any
                x-blackstart: { role: responder }
            volumes: { data: {} }
            """;

    private final Path directory;

    Documents(Path directory) throws IOException {
        this.directory = directory;
        write("environments/shop/compose.yaml", COMPOSE);
        write("environments/shop/images/any/Dockerfile", "FROM scratch\n");
        runbook("commission", """
                ```blackstart
                make people
                make secrets
                provision db
                ```
                """);
    }

    /** What the inventory says besides the two accounts, which anybody opens. */
    Documents inventory(String people, String stores, String secrets) throws IOException {
        write("environments/shop/secrets.yaml", """
                people: %s
                stores:
                  pass: { kind: openpgp, path: store, openedBy: { anyOf: [alice, bob, carol] } }
                %s
                secrets:
                  hosting-login: { purpose: orders servers, store: pass }
                  offsite-login: { purpose: orders servers elsewhere, store: pass }
                %s
                """.formatted(people, stores.indent(2), secrets.indent(2)));
        return this;
    }

    Documents inventory(String stores, String secrets) throws IOException {
        return inventory("{ alice: { roles: [admin] }, bob: { roles: [admin] }, carol: {} }", stores, secrets);
    }

    Documents runbook(String name, String text) throws IOException {
        write("environments/shop/runbooks/" + name + ".md", text);
        return this;
    }

    Documents drill(String name, String runbook, String rest) throws IOException {
        write("drills/" + name + ".drill.yaml", """
                title: A drill
                environment: shop
                objectives: { recoveryTime: 5m, recoveryPoint: 5m }
                steadyState:
                  - name: it answers
                    tcp: { service: db, port: 5432 }
                workload:
                  http: { service: db, port: 80, method: POST, path: "/${id}", body: "${id}", readBack: "/${id}" }
                  rate: 1/s
                  for: 5s
                %s
                """.formatted(rest.replace("RUNBOOK", "runbook: " + runbook + ".md")));
        return this;
    }

    Access access() {
        Definitions read = DefinitionReader.read(List.of(directory));
        assertThat(read.problems())
                .filteredOn(problem -> problem.severity() == Severity.ERROR)
                .map(Finding::render)
                .isEmpty();
        return Access.of(read.environments().get(0), read.drills());
    }

    AccessAnswer answer() {
        return access().answer();
    }

    static SecretAccess secret(AccessAnswer answer, String name) {
        return answer.secretAccess().stream()
                .filter(secret -> secret.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
