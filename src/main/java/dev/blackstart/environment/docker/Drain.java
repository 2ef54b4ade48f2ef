package dev.blackstart.environment.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes a stream of answers to its end, and throws what broke it; docker-java's own callback logs that instead. */
final class Drain<T> implements ResultCallback<T> {
    private final Consumer<T> each;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private volatile @Nullable Closeable stream;

    Drain(Consumer<T> each) {
        this.each = each;
    }

    /** Wait for the end; an interrupt closes the stream. */
    void await() throws IOException, InterruptedException {
        try {
            ended.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IOException(e.getCause());
        } finally {
            close();
        }
    }

    @Override
    public void onStart(Closeable opened) {
        stream = opened;
    }

    @Override
    public void onNext(T item) {
        each.accept(item);
    }

    @Override
    public void onError(Throwable failure) {
        ended.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        ended.complete(true);
    }

    @Override
    public void close() throws IOException {
        Closeable open = stream;
        if (open != null && !ended.isDone()) {
            open.close();
        }
    }
}
