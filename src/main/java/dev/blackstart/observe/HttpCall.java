package dev.blackstart.observe;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * Asks services over HTTP/1.1, by address, each time with a deadline that holds up to the body's last byte.
 *
 * <p>One for all probes and workloads: it keeps one client and three threads. Any certificate is taken, since a service
 * that came back has a new one. Redirects are not followed.
 */
public final class HttpCall implements AutoCloseable {
    /** Longer bodies are cut. */
    public static final int LONGEST_BODY = 1 << 20;

    private static final int THREADS = 2;

    private final ExecutorService executor;
    private final HttpClient client;

    static {
        // The client reads this once, and without it refuses to say Host: by name while it connects by address.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    public HttpCall() {
        executor = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "http-call");
            thread.setDaemon(true);
            return thread;
        });
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(executor)
                .sslContext(trustingEverybody())
                .build();
    }

    /**
     * Ask once.
     *
     * <p>The answer fails with an IOException if there is none, an IllegalArgumentException if this is no question, a {@link TimeoutException} or an
     * {@link java.net.http.HttpTimeoutException} once the deadline has passed; {@link Reason} words it.
     */
    public CompletableFuture<HttpAnswer> ask(HttpEndpoint endpoint, HttpQuestion question, Duration deadline) {
        HttpRequest request;
        try {
            request = request(endpoint, question, deadline);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
        CompletableFuture<HttpResponse<CappedBody.Content>> exchange =
                client.sendAsync(request, info -> new CappedBody(LONGEST_BODY));
        // The request's own timeout ends with the headers; this one covers the body, and cancels the exchange.
        CompletableFuture<HttpAnswer> answer = exchange.thenApply(response -> new HttpAnswer(
                response.statusCode(), response.body().text(), response.body().cut()));
        return answer.orTimeout(deadline.toNanos(), TimeUnit.NANOSECONDS).whenComplete((done, failure) -> {
            if (failure != null) {
                exchange.cancel(true);
            }
        });
    }

    private static HttpRequest request(HttpEndpoint endpoint, HttpQuestion question, Duration deadline) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.uri(question.path()))
                .timeout(deadline)
                .setHeader("Host", endpoint.host())
                .method(
                        question.method(),
                        question.body()
                                .map(HttpRequest.BodyPublishers::ofString)
                                .orElseGet(HttpRequest.BodyPublishers::noBody));
        question.headers().forEach(request::setHeader);
        return request.build();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static SSLContext trustingEverybody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustingEverybody()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }
}
