package dev.blackstart.observe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.InterruptedByTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One connection of a {@link TcpProbe}: opened, listened to if need be, closed. */
final class TcpAttempt {
    private final TcpProbe probe;
    private final Duration deadline;
    private final AsynchronousSocketChannel channel;
    private final CompletableFuture<Sample> sample = new CompletableFuture<>();

    private TcpAttempt(TcpProbe probe, Duration deadline, AsynchronousSocketChannel channel) {
        this.probe = probe;
        this.deadline = deadline;
        this.channel = channel;
    }

    static CompletableFuture<Sample> begin(TcpProbe probe, Duration deadline) throws IOException {
        TcpAttempt attempt = new TcpAttempt(probe, deadline, AsynchronousSocketChannel.open());
        return attempt.connect();
    }

    private CompletableFuture<Sample> connect() {
        Sample late = Sample.silent("no connection within " + deadline.toMillis() + " ms");
        CompletableFuture<Sample> closed = sample.completeOnTimeout(late, deadline.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((done, failure) -> close());
        channel.connect(probe.address(), this, handler(nothing -> opened()));
        return closed;
    }

    private void opened() {
        if (probe.stays().isZero()) {
            sample.complete(Sample.up("connected"));
            return;
        }
        ByteBuffer word = ByteBuffer.allocate(1);
        long stays = probe.stays().toNanos();
        channel.read(word, stays, TimeUnit.NANOSECONDS, this, handler(this::heard));
    }

    private void heard(int bytes) {
        sample.complete(bytes < 0 ? Sample.silent("connected, then hung up") : Sample.up("connected, and it spoke"));
    }

    private void failed(Throwable failure) {
        if (failure instanceof InterruptedByTimeoutException) {
            sample.complete(Sample.up("connected"));
        } else {
            sample.complete(Sample.silent(Reason.of(failure, deadline)));
        }
    }

    private void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written, so nothing is lost with it.
            sample.complete(Sample.silent(Reason.of(e, deadline)));
        }
    }

    private static <V> CompletionHandler<V, TcpAttempt> handler(Consumer<V> completed) {
        return new CompletionHandler<>() {
            @Override
            public void completed(V result, TcpAttempt attempt) {
                completed.accept(result);
            }

            @Override
            public void failed(Throwable failure, TcpAttempt attempt) {
                attempt.failed(failure);
            }
        };
    }
}
