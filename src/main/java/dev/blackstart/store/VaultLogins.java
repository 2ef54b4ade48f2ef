package dev.blackstart.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import dev.blackstart.secret.OwnFiles;
import dev.blackstart.secret.Secret;
import dev.blackstart.store.VaultApi.Answer;
import dev.blackstart.store.VaultApi.Ask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Logs in to a vault as its people, with the passwords that they keep in the password-store: a drill has no login of its own
 * there, which somebody would have to lock out.
 */
final class VaultLogins {
    private static final Duration OPENED_WITHIN = Duration.ofMinutes(1);

    private final OpenBaoStore vault;
    private final VaultApi api;
    private final Map<String, Secret> passwords = new LinkedHashMap<>();
    private final Map<String, Secret> tokens = new HashMap<>();

    VaultLogins(OpenBaoStore vault, VaultApi api) {
        this.vault = vault;
        this.api = api;
    }

    /** Learn what opens at this desk. */
    void learn(Desk desk) {
        passwords.putAll(people(desk, vault.login()));
    }

    /** Whether anybody's login is known. */
    boolean known() {
        return !passwords.isEmpty();
    }

    /**
     * Ask as whoever may: of those who are refused, the next is asked.
     *
     * @return the first answer that is no refusal; else the last refusal
     */
    Answer ask(Desk desk, Ask ask) {
        Answer answer = new Answer(0, VaultApi.JSON.missingNode());
        for (Map.Entry<String, Secret> person : List.copyOf(passwords.entrySet())) {
            Optional<Secret> before = Optional.ofNullable(tokens.get(person.getKey()));
            if (before.isPresent()) {
                answer = api.ask(desk, ask.by(before.get()));
                if (answer.code() != 403) {
                    return answer;
                }
            }
            // A vault that was rebuilt knows no token of before.
            Optional<Secret> token = token(desk, person.getKey(), person.getValue());
            if (token.isPresent()) {
                tokens.put(person.getKey(), token.get());
                answer = api.ask(desk, ask.by(token.get()));
            }
            if (token.isPresent() && answer.code() != 403) {
                first(person.getKey());
                return answer;
            }
        }
        return answer;
    }

    /** Whoever may do one thing may mostly do the next. */
    private void first(String person) {
        Map<String, Secret> others = new LinkedHashMap<>(passwords);
        Optional.ofNullable(others.remove(person)).ifPresent(password -> {
            passwords.clear();
            passwords.put(person, password);
            passwords.putAll(others);
        });
    }

    private Optional<Secret> token(Desk desk, String person, Secret password) {
        JsonNode body = VaultApi.JSON.createObjectNode().put("password", password.reveal());
        Answer answer = api.ask(desk, new Ask("POST", "auth/userpass/login/" + person).with(body));
        return Optional.of(answer.body().path("auth").path("client_token").asText(""))
                .filter(token -> !token.isEmpty())
                .map(token -> Secret.of("vault-token-of-" + person, token));
    }

    void keep(Path file) {
        keep(passwords, file);
    }

    void kept(Path file) {
        passwords.putAll(read(file));
    }

    /** What people keep under such a name, as far as it opens at this desk. */
    static Map<String, Secret> people(Desk desk, String called) {
        int at = called.indexOf(OpenBaoStore.NAME);
        List<String> around = at < 0
                ? List.of(called, "")
                : List.of(called.substring(0, at), called.substring(at + OpenBaoStore.NAME.length()));
        Outcome outcome = StoreException.check(
                "what people keep as " + called + " could not be opened",
                desk.run("", OPENED_WITHIN, Scripts.bash(VaultLogins.class, "vault-people.sh", around)));
        return parse(outcome.out().lines().toList());
    }

    static void keep(Map<String, Secret> secrets, Path file) {
        StringBuilder lines = new StringBuilder();
        secrets.forEach((person, secret) -> lines.append(person)
                .append('|')
                .append(Base64.getEncoder().encodeToString(secret.revealBytes()))
                .append('\n'));
        try {
            OwnFiles.write(file, lines.toString().getBytes(US_ASCII));
        } catch (IOException e) {
            throw StoreException.unwritten(e);
        }
    }

    static Map<String, Secret> read(Path file) {
        try {
            return parse(Files.readAllLines(file, US_ASCII));
        } catch (IOException e) {
            throw StoreException.unwritten(e);
        }
    }

    private static Map<String, Secret> parse(List<String> lines) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        for (String line : lines) {
            int bar = line.indexOf('|');
            String person = line.substring(0, bar);
            secrets.put(person, Values.secret(person, Base64.getDecoder().decode(line.substring(bar + 1))));
        }
        return secrets;
    }
}
