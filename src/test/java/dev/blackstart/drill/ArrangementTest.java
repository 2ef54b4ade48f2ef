package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.environment.Base;
import dev.blackstart.environment.Replica;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.recovery.Arrival;
import dev.blackstart.secret.OwnFiles;
import dev.blackstart.secret.Secret;
import dev.blackstart.testing.Program;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrangementTest {
    private static final EnvironmentDefinition SHOP = DefinitionReader.read(
                    List.of(Path.of("src/test/resources/definitions/good")))
            .environments()
            .get(0);

    private final List<String> happened = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path directory;

    @Test
    void a_withheld_secret_is_taken_away_before_anybody_sits_down() throws IOException {
        Base base = new Base(directory);
        OwnFiles.directory(base.workstation(Arrival.PEOPLE));
        try (var tar = new TarArchiveOutputStream(Files.newOutputStream(base.workstation(Arrival.DOCUMENTS)))) {
            tar.finish();
        }
        OwnFiles.write(base.workstation(Arrival.STORES).resolve("pass/store.tar"), new byte[0]);
        Map<String, Secret> secrets = new HashMap<>();
        SHOP.inventory().secrets().keySet().forEach(name -> secrets.put(name, Secret.of(name, "a value of it")));
        String secret = SHOP.inventory().secrets().keySet().iterator().next();

        new Arrangement(SHOP, base, secrets).start(replica(), Set.of(), Set.of(secret));

        assertThat(happened).endsWith("openpgp-withhold.sh store " + secret);
        assertThat(happened).contains("openpgp-arrive.sh store");
    }

    private Replica replica() {
        Host host = (Host) Proxy.newProxyInstance(
                Host.class.getClassLoader(), new Class<?>[] {Host.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("write")) {
                        return null;
                    }
                    Command command = (Command) arguments[0];
                    happened.add(Program.script(command).orElse("")
                            + String.join(
                                    "",
                                    Program.arguments(command).stream()
                                            .map(one -> " " + one)
                                            .toList()));
                    return new Outcome(Outcome.Ending.ENDED, 0, "", "");
                });
        return (Replica) Proxy.newProxyInstance(
                Replica.class.getClassLoader(), new Class<?>[] {Replica.class}, (proxy, method, arguments) -> host);
    }
}
