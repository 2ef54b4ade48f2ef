package dev.blackstart.testing;

import dev.blackstart.observe.Probe;
import dev.blackstart.observe.Sample;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A probe whose questions a test answers, in any order. */
public final class FakeProbe implements Probe {
    private final String name;
    private final BlockingQueue<CompletableFuture<Sample>> questions = new LinkedBlockingQueue<>();

    public FakeProbe(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CompletableFuture<Sample> ask(Duration deadline) {
        CompletableFuture<Sample> question = new CompletableFuture<>();
        questions.add(question);
        return question;
    }

    /** How many questions nobody took yet. */
    public int waiting() {
        return questions.size();
    }

    /** The next question; waits until it is asked. */
    public CompletableFuture<Sample> question() throws InterruptedException {
        CompletableFuture<Sample> question = questions.poll(30, TimeUnit.SECONDS);
        if (question == null) {
            throw new AssertionError("probe '" + name + "' was not asked");
        }
        return question;
    }
}
