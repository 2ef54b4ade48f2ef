package dev.blackstart.commission;

import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import dev.blackstart.environment.Base;
import dev.blackstart.recovery.Arrival;
import dev.blackstart.recovery.Responder;
import dev.blackstart.secret.OwnFiles;
import dev.blackstart.secret.Secret;
import dev.blackstart.store.PersonalKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every secret value of a base: what has to be redacted, and what the replica's own third parties and providers know.
 *
 * @param documented by their names in the inventory, each as its own store has it
 * @param others what else is secret: people's private keys, copies, what nobody documented
 */
public record BaseSecrets(Map<String, Secret> documented, List<Secret> others) {
    /** In a base's workstation: a line a value, {@code documented|name|value} or {@code other|name|value}. */
    private static final String VALUES = "values";

    private static final String DOCUMENTED = "documented";
    private static final String OTHER = "other";

    public BaseSecrets {
        documented = Map.copyOf(documented);
        others = List.copyOf(others);
    }

    /** Open them all at the workstation that an environment is commissioned from. */
    static BaseSecrets at(Responder workstation, Inventory inventory) {
        Map<String, Secret> documented = new LinkedHashMap<>();
        List<Secret> others = new ArrayList<>();
        workstation
                .stores()
                .values(workstation.ground())
                .forEach((store, values) -> values.forEach((name, value) -> {
                    DocumentedSecret secret = inventory.secrets().get(name);
                    if (secret != null && secret.store().equals(store)) {
                        documented.put(name, value);
                    } else {
                        others.add(value);
                    }
                }));
        return new BaseSecrets(documented, others);
    }

    /** The same with people's private keys. */
    BaseSecrets with(Map<String, Secret> keys) {
        return new BaseSecrets(
                documented,
                Stream.concat(others.stream(), keys.values().stream()).toList());
    }

    /** Say whether a secret of this name is among them. */
    boolean knows(String name) {
        return documented.containsKey(name)
                || others.stream().anyMatch(other -> other.name().equals(name));
    }

    /** Write them into a base, which keeps people's keys by itself. */
    void keep(Base base) {
        String lines = Stream.concat(
                        documented.values().stream().map(value -> line(DOCUMENTED, value)),
                        others.stream().map(value -> line(OTHER, value)))
                .collect(Collectors.joining());
        try {
            OwnFiles.write(base.workstation(VALUES), lines.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the base", e);
        }
    }

    private static String line(String kind, Secret value) {
        return kind + "|" + value.name() + "|" + Base64.getEncoder().encodeToString(value.revealBytes()) + "\n";
    }

    /** Read them from a base. */
    public static BaseSecrets of(Base base) {
        Map<String, Secret> documented = new LinkedHashMap<>();
        List<Secret> others = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(base.workstation(VALUES), StandardCharsets.US_ASCII)) {
                String[] fields = line.split("\\|", -1);
                Secret value = Secret.of(fields[1], Base64.getDecoder().decode(fields[2]));
                if (fields[0].equals(DOCUMENTED)) {
                    documented.put(value.name(), value);
                } else {
                    others.add(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the base", e);
        }
        others.addAll(PersonalKeys.kept(base.workstation(Arrival.PEOPLE)));
        return new BaseSecrets(documented, others);
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
        return Stream.concat(documented.values().stream(), others.stream()).toList();
    }
}
