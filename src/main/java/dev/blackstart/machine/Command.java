package dev.blackstart.machine;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A process to run on a host.
 *
 * @param user name or uid
 * @param environment never a secret: an engine shows it to whoever asks
 * @param input what the process reads on its standard input, as UTF-8, to the end; secrets go this way
 * @param timeout after which the process is killed on the host and the outcome says so
 */
public record Command(
        String user, List<String> arguments, Map<String, String> environment, String input, Duration timeout) {
    public Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** Run as this user, with nothing on standard input and half a minute to end. */
    public static Command as(String user, String... arguments) {
        return new Command(user, List.of(arguments), Map.of(), "", Duration.ofSeconds(30));
    }

    public Command with(String input) {
        return new Command(user, arguments, environment, input, timeout);
    }

    public Command within(Duration timeout) {
        return new Command(user, arguments, environment, input, timeout);
    }

    @Override
    public String toString() {
        return user + ": " + String.join(" ", arguments);
    }
}
