package dev.blackstart.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.blackstart.machine.Desk;
import dev.blackstart.secret.Secret;
import dev.blackstart.store.VaultApi.Answer;
import dev.blackstart.store.VaultApi.Ask;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lies in a vault, as whoever may reach it reads and writes it. */
final class VaultSecrets {
    private final OpenBaoStore vault;
    private final VaultLogins logins;

    VaultSecrets(OpenBaoStore vault, VaultLogins logins) {
        this.vault = vault;
        this.logins = logins;
    }

    /** Everything; the fields of a path that has others than its value are secrets of their own. */
    Map<String, Secret> all(Desk desk) {
        Map<String, Secret> all = new LinkedHashMap<>();
        for (String name : names(desk, "")) {
            Answer answer = logins.ask(desk, new Ask("GET", vault.data(name)));
            answer.body().path("data").path("data").properties().forEach(field -> {
                String called = field.getKey().equals(OpenBaoStore.FIELD) ? name : name + "/" + field.getKey();
                JsonNode value = field.getValue();
                String text = value.isTextual() ? value.asText() : value.toString();
                all.put(called, Values.secret(called, text.getBytes(StandardCharsets.UTF_8)));
            });
        }
        return all;
    }

    private List<String> names(Desk desk, String below) {
        List<String> names = new ArrayList<>();
        for (JsonNode key : list(desk, below).body().path("data").path("keys")) {
            String name = below + key.asText();
            if (name.endsWith("/")) {
                names.addAll(names(desk, name));
            } else {
                names.add(name);
            }
        }
        return names;
    }

    private Answer list(Desk desk, String below) {
        return logins.ask(desk, new Ask("GET", vault.mount() + "/metadata/" + below + "?list=true"));
    }

    /** Throws where nobody's login opens it: then no control could withhold anything. */
    void mustBeListed(Desk desk) {
        Answer answer = list(desk, "");
        if (!answer.good() && answer.code() != 404) {
            throw new StoreException("nobody's login (%s in the password-store) may list what the vault %s holds at %s/"
                    .formatted(vault.login(), vault.address(), vault.mount()));
        }
    }

    /** The newest value; empty: there is none. */
    Optional<String> value(Desk desk, String secret) {
        Answer answer = checked(secret, "read", logins.ask(desk, new Ask("GET", vault.data(secret))));
        return Optional.ofNullable(answer.body().path("data").path("data").get(OpenBaoStore.FIELD))
                .map(JsonNode::asText);
    }

    void write(Desk desk, String secret, byte[] value) {
        ObjectNode body = VaultApi.JSON.createObjectNode();
        body.putObject("data").put(OpenBaoStore.FIELD, new String(value, StandardCharsets.UTF_8));
        must(secret, "written", logins.ask(desk, new Ask("POST", vault.data(secret)).with(body)));
    }

    /** The versions that can be read. */
    List<Integer> versions(Desk desk, String secret) {
        Answer answer =
                checked(secret, "looked up", logins.ask(desk, new Ask("GET", vault.mount() + "/metadata/" + secret)));
        List<Integer> versions = new ArrayList<>();
        answer.body().path("data").path("versions").properties().forEach(version -> {
            if (version.getValue().path("deletion_time").asText("").isEmpty()
                    && !version.getValue().path("destroyed").asBoolean()) {
                versions.add(Integer.valueOf(version.getKey()));
            }
        });
        return versions;
    }

    /** Let versions be deleted, which keeps them, or let them be there again. */
    void turn(Desk desk, String word, String secret, Iterable<Integer> versions) {
        ObjectNode body = VaultApi.JSON.createObjectNode();
        ArrayNode numbers = body.putArray("versions");
        versions.forEach(numbers::add);
        must(
                secret,
                word + "d",
                logins.ask(desk, new Ask("POST", vault.mount() + "/" + word + "/" + secret).with(body)));
    }

    private Answer checked(String secret, String what, Answer answer) {
        return answer.code() == 404 ? answer : must(secret, what, answer);
    }

    private Answer must(String secret, String what, Answer answer) {
        if (!answer.good()) {
            throw new StoreException("%s in the vault %s cannot be %s: %s"
                    .formatted(
                            secret,
                            vault.address(),
                            what,
                            answer.code() == 0
                                    ? "no login is known that works"
                                    : answer.code() == 403
                                            ? "nobody who can log in may do that"
                                            : "it answers " + answer.code()));
        }
        return answer;
    }
}
