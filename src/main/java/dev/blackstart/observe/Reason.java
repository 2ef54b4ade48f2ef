package dev.blackstart.observe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Words why there was no answer, without anything that an answer may have held. */
final class Reason {
    private Reason() {}

    static String of(Throwable failure, Duration deadline) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof TimeoutException
                || cause instanceof HttpTimeoutException
                || cause instanceof CancellationException) {
            return "no answer within " + deadline.toMillis() + " ms";
        }
        if (cause instanceof ConnectException) {
            return "connection refused or no way there";
        }
        if (cause instanceof SSLException) {
            return "no TLS: " + cause.getMessage();
        }
        if (cause instanceof ClosedChannelException) {
            return "connection closed";
        }
        if (cause instanceof IOException) {
            return "connection broken: " + cause.getMessage();
        }
        return cause.toString();
    }
}
