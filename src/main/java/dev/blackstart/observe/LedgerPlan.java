package dev.blackstart.observe;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the ledger writes and reads back; {@code ${id}} stands for the write's id in path, body and readBack.
 *
 * @param headers beside Host; without a Content-Type, JSON is said
 * @param erase how some of the writes are erased again; empty: none is
 * @param perSecond how many writes are begun each second, whether the earlier ones are answered or not
 * @param deadline of each request
 * @param mostOutstanding writes without an answer yet; no more are begun meanwhile
 */
public record LedgerPlan(
        HttpEndpoint endpoint,
        String method,
        String path,
        String body,
        String readBack,
        Map<String, String> headers,
        Optional<ErasePlan> erase,
        double perSecond,
        Duration deadline,
        int mostOutstanding) {
    public LedgerPlan {
        if (!(perSecond > 0) || mostOutstanding < 1 || deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("a ledger needs a rate, a deadline, and a write at a time");
        }
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (headers.keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
            all.put("Content-Type", "application/json");
        }
        headers = Collections.unmodifiableMap(all);
    }

    HttpQuestion write(String id) {
        return question(method, path, body, id);
    }

    HttpQuestion erase(ErasePlan how, String id) {
        return question(how.method(), how.path(), how.body(), id);
    }

    private HttpQuestion question(String asked, String where, String what, String id) {
        Optional<String> text = what.isEmpty() ? Optional.empty() : Optional.of(fill(what, id));
        return new HttpQuestion(asked, fill(where, id), headers, text);
    }

    HttpQuestion read(String id) {
        return new HttpQuestion("GET", fill(readBack, id), headers, Optional.empty());
    }

    Duration interval() {
        return Duration.ofNanos(Math.max(1, Math.round(1e9 / perSecond)));
    }

    private static String fill(String template, String id) {
        return template.replace("${id}", id);
    }
}
