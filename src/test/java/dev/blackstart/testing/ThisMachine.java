package dev.blackstart.testing;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A host whose commands really run, here and as whoever runs the tests; tools can be put in front of the real ones. */
public final class ThisMachine implements Host {
    private final Path tools;
    private final List<Command> commands = new CopyOnWriteArrayList<>();

    /** @param tools an empty directory */
    public ThisMachine(Path tools) {
        this.tools = tools;
    }

    /** Put a shell script in the place of a tool. */
    public ThisMachine tool(String name, String script) {
        try {
            Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
            if (!file.toFile().setExecutable(true)) {
                throw new IllegalStateException("no script can be run in " + tools);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that ran, in its order. */
    public List<Command> commands() {
        return List.copyOf(commands);
    }

    @Override
    public String name() {
        return "db";
    }

    @Override
    public Outcome run(Command command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Outcome outcome = stream(command, out);
        return new Outcome(outcome.ending(), outcome.exitCode(), out.toString(StandardCharsets.UTF_8), outcome.err());
    }

    @Override
    public Outcome stream(Command command, OutputStream out) {
        commands.add(command);
        try {
            ProcessBuilder builder = new ProcessBuilder(withTools(command.arguments()));
            builder.environment().putAll(command.environment());
            Process process = builder.redirectError(
                            Files.createTempFile(tools, "err", "").toFile())
                    .start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(command.input().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // it ended without reading all of it
            }
            process.getInputStream().transferTo(out);
            String err = Files.readString(builder.redirectError().file().toPath());
            return new Outcome(Outcome.Ending.ENDED, process.waitFor(), "", err);
        } catch (IOException e) {
            return new Outcome(Outcome.Ending.ENDED, 127, "", e.getMessage() + "\n");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> withTools(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        Path tool = tools.resolve(arguments.get(0));
        if (Files.exists(tool)) {
            all.set(0, tool.toString());
        }
        return all;
    }

    @Override
    public Watch watch(Command command, Consumer<String> line) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void write(String path, byte[] content, String owner, int mode) {
        throw new UnsupportedOperationException();
    }
}
