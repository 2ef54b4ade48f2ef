package dev.blackstart.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import dev.blackstart.secret.Secret;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks a vault, from the desk, and knows afterwards which requests were its own. */
final class VaultApi {
    static final ObjectMapper JSON = new ObjectMapper();

    /** Of curl; a vault on a busy machine answers late. */
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(2);

    private final OpenBaoStore vault;
    private final Set<String> own = new HashSet<>();

    VaultApi(OpenBaoStore vault) {
        this.vault = vault;
    }

    /** One request. */
    record Ask(
            String method,
            String path,
            Optional<Secret> token,
            Optional<JsonNode> body,
            boolean patient,
            boolean anybody) {
        Ask(String method, String path) {
            this(method, path, Optional.empty(), Optional.empty(), false, false);
        }

        Ask with(JsonNode content) {
            return new Ask(method, path, token, Optional.of(content), patient, anybody);
        }

        Ask by(Secret whose) {
            return new Ask(method, path, Optional.of(whose), body, patient, anybody);
        }

        /** Ask again while nobody answers, or says that it is not ready. */
        Ask patiently() {
            return new Ask(method, path, token, body, true, anybody);
        }

        /** Ask whoever answers there: nothing secret is said, and nothing that is answered is believed much. */
        Ask byAnybody() {
            return new Ask(method, path, token, body, patient, true);
        }
    }

    /** @param code 0: nobody answered */
    record Answer(int code, JsonNode body) {
        boolean good() {
            return code >= 200 && code < 300;
        }

        /** It is neither down nor sealed nor starting. */
        boolean awake() {
            return code >= 200 && code < 500;
        }
    }

    Answer ask(Desk desk, Ask ask) {
        Outcome outcome = desk.run(
                config(ask),
                ANSWERED_WITHIN,
                Scripts.bash(
                        VaultApi.class,
                        "vault-ask.sh",
                        List.of(ask.anybody() ? "" : vault.ca(), ask.patient() ? "90" : "0")));
        if (!outcome.succeeded()) {
            throw new StoreException("nobody can be asked for the vault " + vault.address() + ": "
                    + outcome.err().strip());
        }
        int line = outcome.out().lastIndexOf('\n', outcome.out().length() - 2);
        Answer answer = new Answer(
                Integer.parseInt(outcome.out().substring(line + 1).strip()),
                read(outcome.out().substring(0, Math.max(0, line))));
        Optional.of(answer.body().path("request_id").asText(""))
                .filter(id -> !id.isEmpty())
                .ifPresent(own::add);
        return answer;
    }

    /** Whether this is a request that was made here. */
    boolean own(String request) {
        return own.contains(request);
    }

    private static JsonNode read(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // somebody else who listens there
        }
    }

    private String config(Ask ask) {
        StringBuilder config = new StringBuilder();
        line(config, "url", vault.address() + "/v1/" + ask.path());
        line(config, "request", ask.method());
        ask.token().ifPresent(token -> line(config, "header", "X-Vault-Token: " + token.reveal()));
        ask.body().ifPresent(body -> line(config, "data-binary", body.toString()));
        return config.toString();
    }

    private static void line(StringBuilder config, String key, String value) {
        config.append(key)
                .append(" = \"")
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\"\n");
    }
}
