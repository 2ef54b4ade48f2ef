package dev.blackstart.testing;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Something that a {@link FakeHost} can run. */
public interface Program {
    /** Run a command; empty: it is not for this program. */
    Optional<Outcome> run(FakeHost host, Command command);

    /** Runs commands whose line holds these words. */
    static Program when(String words, Supplier<Outcome> ends) {
        return (host, command) -> line(command).contains(words) ? Optional.of(ends.get()) : Optional.empty();
    }

    /** The same, on one host only. */
    static Program when(String name, String words, Supplier<Outcome> ends) {
        Program anywhere = when(words, ends);
        return (host, command) -> host.name().equals(name) ? anywhere.run(host, command) : Optional.empty();
    }

    /** Name what is run: user and words; of a script that lies beside our classes its name and arguments, not its text. */
    static String line(Command command) {
        return command.user() + ": "
                + script(command)
                        .map(name -> name + " " + String.join(" ", arguments(command)))
                        .orElseGet(() -> String.join(" ", command.arguments()));
    }

    /** The name of the script that lies beside one of our classes. */
    static Optional<String> script(Command command) {
        List<String> words = command.arguments();
        return words.size() > 3 && words.get(0).equals("bash") && words.get(3).endsWith(".sh")
                ? Optional.of(words.get(3))
                : Optional.empty();
    }

    /** What such a script is given. */
    static List<String> arguments(Command command) {
        return command.arguments().subList(4, command.arguments().size());
    }
}
