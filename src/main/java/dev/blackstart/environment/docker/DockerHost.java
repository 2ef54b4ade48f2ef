package dev.blackstart.environment.docker;

import dev.blackstart.environment.EngineException;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.io.OutputStream;
import java.util.function.Consumer;

/** One container. */
final class DockerHost implements Host {
    private final String name;
    private final String container;
    private final Exec exec;

    DockerHost(String name, String container, Exec exec) {
        this.name = name;
        this.container = container;
        this.exec = exec;
    }

    @Override
    public String name() {
        return name;
    }

    String container() {
        return container;
    }

    @Override
    public Outcome run(Command command) {
        return exec.run(container, command);
    }

    @Override
    public Outcome stream(Command command, OutputStream out) {
        return exec.stream(container, command, out);
    }

    @Override
    public Watch watch(Command command, Consumer<String> line) {
        return exec.watch(container, command, line);
    }

    /** Through the standard input of a process, because the engine's archives don't reach a tmpfs. */
    @Override
    public void write(String path, byte[] content, String owner, int mode) {
        String script = "umask 077; part=\"$1.part\"; cat > \"$part\" && chown -- \"$2\" \"$part\""
                + " && chmod -- \"$3\" \"$part\" && mv -fT -- \"$part\" \"$1\"";
        Outcome outcome = exec.run(
                container,
                Command.as("0:0", "sh", "-c", script, "write", path, owner, Integer.toOctalString(mode)),
                content);
        if (!outcome.succeeded()) {
            throw new EngineException(
                    "could not write " + path + " on " + name + ": " + outcome.ending() + " "
                            + outcome.err().strip(),
                    "Does its directory exist there, and the user " + owner + "?");
        }
    }
}
