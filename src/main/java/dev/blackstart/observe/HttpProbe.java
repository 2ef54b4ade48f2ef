package dev.blackstart.observe;

import dev.blackstart.terminal.Excerpt;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks a service over HTTP.
 *
 * @param status the expected one
 * @param contains what the body must hold
 */
public record HttpProbe(
        String name, HttpCall http, HttpEndpoint endpoint, HttpQuestion question, int status, Optional<String> contains)
        implements Probe {
    @Override
    public CompletableFuture<Sample> ask(Duration deadline) {
        return http.ask(endpoint, question, deadline)
                .handle((answer, failure) ->
                        failure == null ? judge(answer) : Sample.silent(Reason.of(failure, deadline)));
    }

    private static String body(HttpAnswer answer) {
        return answer.body().isBlank() ? "" : ": " + Excerpt.line(answer.body());
    }

    private Sample judge(HttpAnswer answer) {
        if (answer.status() != status) {
            return Sample.wrong(answer.status() + " instead of " + status + body(answer));
        }
        if (contains.isPresent() && !answer.body().contains(contains.get())) {
            return Sample.wrong(status + " without '" + contains.get() + "'" + body(answer));
        }
        return Sample.up(String.valueOf(status));
    }
}
