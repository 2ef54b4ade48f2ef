package dev.blackstart.environment.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.util.function.Consumer;

/** Takes a stream of answers; waiting for its end throws what broke it. */
final class Each<T> extends ResultCallback.Adapter<T> {
    private final Consumer<T> consumer;

    Each(Consumer<T> consumer) {
        this.consumer = consumer;
    }

    @Override
    public void onNext(T item) {
        consumer.accept(item);
    }
}
