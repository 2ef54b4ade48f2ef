package dev.blackstart.commission;

import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import dev.blackstart.environment.Base;
import dev.blackstart.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every secret value of a base: what has to be redacted, and what the replica's own third parties and providers know.
 *
 * @param documented by their names in the inventory
 * @param personal the people's private keys
 */
public record BaseSecrets(Map<String, Secret> documented, List<Secret> personal) {
    public BaseSecrets {
        documented = Map.copyOf(documented);
        personal = List.copyOf(personal);
    }

    /** Read them from a base; a value loses the line end that editors put behind it. */
    public static BaseSecrets of(Base base) {
        try {
            Map<String, Secret> documented = new LinkedHashMap<>();
            for (Path file : files(base.workstation("secrets"))) {
                String name = base.workstation("secrets").relativize(file).toString();
                documented.put(
                        name,
                        Secret.of(
                                name,
                                Files.readString(file, StandardCharsets.UTF_8).stripTrailing()));
            }
            List<Secret> personal = new ArrayList<>();
            Path people = base.workstation("people");
            for (Path file : files(people)) {
                Path person = people.relativize(file);
                String name = person.getFileName() + "-key-of-" + person.getName(0);
                personal.add(Secret.of(
                        name, Files.readString(file, StandardCharsets.UTF_8).stripTrailing()));
            }
            return new BaseSecrets(documented, personal);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the base", e);
        }
    }

    /**
     * Say whether every documented secret is among them.
     *
     * @throws CommissionException naming those that are not
     */
    public void mustHoldAll(Inventory inventory) {
        List<DocumentedSecret> missing = inventory.secrets().values().stream()
                .filter(secret -> !documented.containsKey(secret.name()))
                .toList();
        if (!missing.isEmpty()) {
            throw CommissionException.withoutValue(missing);
        }
    }

    /** All of them. */
    public List<Secret> all() {
        return Stream.concat(documented.values().stream(), personal.stream()).toList();
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
