package dev.blackstart.state;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Scripts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user's command printed.
 *
 * @param values by their names; none where there is a fault
 * @param fault why that tells nothing, in words
 */
record CommandAnswer(SortedMap<String, String> values, Optional<String> fault) {
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final Pattern END = Pattern.compile("(.*?)\\n?\\nend\\t([0-9]+)\\n", Pattern.DOTALL);

    /** Throws {@link StateException} where the host does not answer to the end. */
    static CommandAnswer of(Host host, CommandState state) {
        List<String> line = Scripts.bash(CommandAnswer.class, "command.sh", List.of(state.run()));
        Command command = Command.as(state.user(), line.toArray(String[]::new)).within(WITHIN);
        String what = "what command " + state.name() + " says on " + host.name();
        // One character a byte: what is no text must not look like other things that are none.
        Matcher answer = END.matcher(new String(WholeOutput.bytes(host, command, what), StandardCharsets.ISO_8859_1));
        if (!answer.matches()) {
            throw new StateException(what + " cannot be read", "it was cut");
        }
        return answer.group(2).equals("0")
                ? read(answer.group(1))
                : faulty("ends with exit code " + answer.group(2) + ", and tells nothing");
    }

    private static CommandAnswer read(String lines) {
        SortedMap<String, String> values = new TreeMap<>();
        int number = 0;
        for (String line : lines.isEmpty() ? List.<String>of() : List.of(lines.split("\n", -1))) {
            number++;
            int tab = line.indexOf('\t');
            if (tab < 1) {
                return faulty("does not say NAME<TAB>VALUE in line " + number);
            }
            String name = text(line.substring(0, tab));
            if (values.put(name, text(line.substring(tab + 1))) != null) {
                return faulty("says " + ShownValue.of(name) + " twice, the second time in line " + number);
            }
        }
        return values.isEmpty() ? faulty("says nothing") : new CommandAnswer(values, Optional.empty());
    }

    private static CommandAnswer faulty(String fault) {
        return new CommandAnswer(new TreeMap<>(), Optional.of(fault));
    }

    private static String text(String bytes) {
        return ByteText.of(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }
}
