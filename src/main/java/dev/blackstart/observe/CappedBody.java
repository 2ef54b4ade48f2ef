package dev.blackstart.observe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a size and hangs up there: a service that came back wrong may send for ever. */
final class CappedBody implements HttpResponse.BodySubscriber<CappedBody.Content> {
    /** What was read; {@code cut}: there was more. */
    record Content(String text, boolean cut) {}

    private final int longest;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Content> content = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    CappedBody(int longest) {
        this.longest = longest;
    }

    @Override
    public CompletionStage<Content> getBody() {
        return content;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (content.isDone()) {
            return;
        }
        for (ByteBuffer buffer : buffers) {
            byte[] part = new byte[Math.min(buffer.remaining(), longest - bytes.size())];
            boolean cut = part.length < buffer.remaining();
            buffer.get(part);
            bytes.writeBytes(part);
            if (cut) {
                if (subscription != null) {
                    subscription.cancel();
                }
                content.complete(new Content(bytes.toString(UTF_8), true));
                return;
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        content.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        content.complete(new Content(bytes.toString(UTF_8), false));
    }
}
