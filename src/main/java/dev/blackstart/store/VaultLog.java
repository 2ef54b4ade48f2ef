package dev.blackstart.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.blackstart.store.StoreWatch.Seen;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads what a vault has logged of the secrets that it was asked for: who asked for which path, and whether it was given. What
 * was given stands there as a hash only.
 */
final class VaultLog {
    private final String mount;
    private final String marks;
    private final List<JsonNode> answers = new ArrayList<>();

    /** @param marks where paths are that hold no secret, and that somebody asks for to be seen */
    VaultLog(OpenBaoStore vault, String marks, List<String> lines) {
        this.mount = vault.data("");
        this.marks = vault.data(marks);
        for (String line : lines) {
            JsonNode entry = read(line);
            if (entry.path("type").asText().equals("response")
                    && entry.path("request").path("operation").asText().equals("read")
                    && entry.path("request")
                            .path("namespace")
                            .path("id")
                            .asText("root")
                            .equals("root")
                    && path(entry).startsWith(mount)) {
                answers.add(entry);
            }
        }
    }

    private static JsonNode read(String line) {
        try {
            return VaultApi.JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return VaultApi.JSON.missingNode(); // somebody else wrote it
        }
    }

    private static String path(JsonNode entry) {
        return entry.path("request").path("path").asText();
    }

    /** From where a mark was asked for, as the vault sees it; empty: it never was. */
    Optional<String> from(String mark) {
        return answers.stream()
                .filter(entry -> path(entry).equals(marks + mark))
                .map(VaultLog::address)
                .findFirst();
    }

    private static String address(JsonNode entry) {
        return entry.path("request").path("remote_address").asText();
    }

    /**
     * What was asked for since.
     *
     * @param own says of a request's id that it counts for nothing
     * @param since what a machine asks for with a token of before, it would have asked for anyway
     * @param desk from where whatever is asked for counts
     */
    Seen seen(Predicate<String> own, Instant since, Optional<String> desk) {
        Set<String> opened = new LinkedHashSet<>();
        List<String> denied = new ArrayList<>();
        for (JsonNode entry : answers) {
            boolean counts = desk.isEmpty() || desk.get().equals(address(entry)) || !older(entry, since);
            if (counts
                    && !path(entry).startsWith(marks)
                    && !own.test(entry.path("request").path("id").asText())) {
                String secret = path(entry).substring(mount.length());
                denied.remove(secret);
                if (given(entry)) {
                    opened.add(secret);
                } else {
                    denied.add(secret);
                }
            }
        }
        return new Seen(
                List.copyOf(opened), denied.isEmpty() ? Optional.empty() : Optional.of(denied.get(denied.size() - 1)));
    }

    private static boolean older(JsonNode entry, Instant since) {
        String issued = entry.path("auth").path("token_issue_time").asText("");
        try {
            return !issued.isEmpty() && Instant.parse(issued).isBefore(since);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** A secret that is not there, or whose newest version is deleted, has no data; what is wrapped is given to whoever unwraps it. */
    private static boolean given(JsonNode entry) {
        JsonNode answer = entry.path("response");
        return entry.path("error").asText("").isEmpty()
                && (answer.path("data").path("data").isObject()
                        || answer.path("wrap_info").isObject());
    }
}
