package dev.blackstart.testing;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import java.util.List;
import java.util.function.Consumer;

/** Tells of files as {@code inotifywait} does: of those below the directories that the command names, and of marks. */
final class FakeWatch implements Host.Watch {
    private final List<String> directories;
    private final Consumer<String> line;
    private volatile boolean alive = true;

    FakeWatch(Command command, Consumer<String> line) {
        this.directories = Program.arguments(command);
        this.line = line;
        line.accept("Setting up watches.");
        line.accept("Watches established.");
    }

    synchronized void tell(String event, String path) {
        if (alive && (path.contains("/.steps/") || directories.stream().anyMatch(d -> path.startsWith(d + "/")))) {
            line.accept(event + " " + path);
        }
    }

    @Override
    public boolean alive() {
        return alive;
    }

    @Override
    public void close() {
        alive = false;
    }
}
