package dev.blackstart.testing;

import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of the smallest system worth a drill, which a test may change before it reads them: a database server that
 * answers over HTTP, an off-site server that keeps its backups, a bank of somebody else's, and three people.
 */
public final class Kiosk {
    public static final String COMPOSE = "environments/kiosk/compose.yaml";
    public static final String SECRETS = "environments/kiosk/secrets.yaml";
    public static final String COMMISSION = "environments/kiosk/runbooks/commission.md";
    public static final String RESTORE = "environments/kiosk/runbooks/restore.md";
    public static final String MEND = "environments/kiosk/runbooks/mend.md";
    public static final String LOST = "drills/lost.drill.yaml";
    public static final String DAMAGED = "drills/damaged.drill.yaml";
    public static final String LOCKED_OUT = "drills/locked-out.drill.yaml";

    private final Path directory;

    private Kiosk(Path directory) {
        this.directory = directory;
    }

    /** Write the files into a directory. */
    public static Kiosk in(Path directory) throws IOException {
        Kiosk kiosk = new Kiosk(directory);
        kiosk.write(COMPOSE, """
                name: kiosk
                services:
                  db:
                    build: images/host
                    networks: [internet]
                    volumes: ["data:/var/lib/postgresql", "etc:/etc/kiosk"]
                    x-blackstart: { site: primary, state: [{ kind: postgresql, name: kiosk }] }
                  offsite:
                    build: images/host
                    networks: [internet]
                    volumes: ["backups:/srv/backups"]
                    x-blackstart: { site: offsite }
                  bank:
                    build: images/host
                    command: [bank]
                    networks: [internet]
                    secrets: [bank-token]
                    expose: [8080]
                    x-blackstart: { role: third-party }
                  responder:
                    build: images/host
                    command: [sleep, infinity]
                    networks: [internet]
                    x-blackstart: { role: responder }
                networks: { internet: {} }
                volumes: { data: {}, etc: {}, backups: {} }
                secrets: { bank-token: { external: true } }
                x-blackstart:
                  sites:
                    primary: { provider: hoster-a, account: hosting-login }
                    offsite: { provider: hoster-b, account: offsite-login }
                  backups:
                    - { service: offsite, path: /srv/backups }
                """);
        kiosk.write("environments/kiosk/images/host/Dockerfile", "ARG BASE_IMAGE\nFROM ${BASE_IMAGE}\n");
        kiosk.write(SECRETS, """
                people:
                  alice: { roles: [admin] }
                  bob: { roles: [admin] }
                  carol: { roles: [member] }
                stores:
                  pass: { kind: openpgp, path: store }
                secrets:
                  hosting-login:
                    purpose: orders servers at hoster-a
                    store: pass
                    openedBy: { anyOf: [alice, bob] }
                    generate: password
                  offsite-login:
                    purpose: orders servers at hoster-b
                    store: pass
                    openedBy: { anyOf: [alice, bob] }
                    generate: password
                  backup-passphrase:
                    purpose: opens the backups
                    store: pass
                    openedBy: { anyOf: [alice, bob] }
                    heldBy: [db]
                    generate: passphrase
                  bank-token:
                    purpose: lets the bank know us
                    store: pass
                    openedBy: { anyOf: [alice, bob] }
                    generate: hex
                """);
        kiosk.write(COMMISSION, """
                # Set up the kiosk

                ## 1. People, secrets, servers

                ```blackstart
                make people
                make secrets
                provision db offsite
                ```

                ## 2. The database

                ```sh on=db
                create-database
                start-database
                ```

                ## 3. Backups

                ```sh
                pass show backup-passphrase | ssh db keep backup-passphrase
                ```

                ```sh on=db
                back-up
                ```
                """);
        kiosk.write(RESTORE, """
                # The database server is lost

                ## 1. Order a new server

                ```blackstart
                provision db
                ```

                ## 2. Fetch the newest backup

                ```sh
                pass show backup-passphrase | fetch-backup db
                ```

                ```sh on=db
                start-database
                ```

                ## 3. Back up again

                ```sh
                pass show backup-passphrase | ssh db keep backup-passphrase
                ```

                ```sh console=db
                back-up
                ```
                """);
        kiosk.write(MEND, """
                # The database is damaged

                ```sh on=db
                stop-database
                ```

                ```sh
                pass show backup-passphrase | fetch-backup db
                ```

                ```sh on=db
                start-database
                ```
                """);
        kiosk.write(LOST, drill("""
                disaster:
                  - lose: { service: db }
                recovery: { runbook: restore.md, survivors: all }
                """));
        kiosk.write(DAMAGED, drill("""
                disaster:
                  - corrupt: { service: db, table: orders, page: cold }
                detection:
                  - { name: amcheck, service: db, run: check-pages, expect: invalid page, within: 60s }
                recovery: { runbook: mend.md, survivors: all }
                """));
        kiosk.write(LOCKED_OUT, drill("""
                disaster:
                  - lose: { service: db }
                  - lose: { people: [alice, bob] }
                recovery: { runbook: restore.md, survivors: all }
                expect: locked-out
                """));
        return kiosk;
    }

    private static String drill(String disaster) {
        return """
                title: Something happens to the kiosk
                environment: kiosk
                objectives: { recoveryTime: 5m, recoveryPoint: 10s }
                steadyState:
                  - name: the kiosk is open
                    http: { service: db, port: 8080, path: /, status: 200 }
                workload:
                  http: { service: db, port: 8080, path: /orders, body: '{"id":"${id}"}', readBack: '/orders/${id}' }
                  rate: 200/s
                  for: 8s
                %sverification:
                  - name: the first orders came back
                    sql: { service: db, query: "select count(*) from orders where id like 'first-%%'", equals: 100 }
                  - name: the kiosk lists its orders
                    http: { service: db, port: 8080, path: /orders/first-1, status: 200, contains: first-1 }
                """.formatted(disaster);
    }

    /** Write a file. */
    public Kiosk write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
        return this;
    }

    /** Put a text in the place of another, which has to be there. */
    public Kiosk replace(String name, String text, String by) throws IOException {
        String before = Files.readString(directory.resolve(name));
        if (!before.contains(text)) {
            throw new AssertionError(name + " does not hold this: " + text);
        }
        return write(name, before.replace(text, by));
    }

    public Path directory() {
        return directory;
    }

    /** Read one drill; what is wrong with the files is thrown. */
    public DrillDefinition drill(Path file) {
        Definitions read = DefinitionReader.read(List.of(directory.resolve(file)));
        List<String> broken = read.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Finding::render)
                .toList();
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join("\n", broken));
        }
        return read.drills().get(0);
    }
}
