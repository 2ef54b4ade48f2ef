package dev.blackstart.machine;

import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** A workstation as whoever sits at it sees it: everything on it happens as one unprivileged user. */
public final class Desk {
    /** The user that a responder's image has. */
    public static final String USER = "operator";

    /** That user's home. */
    public static final String HOME = "/home/operator";

    /** Where a file is made for each thing that has ended, so that whoever watches can tell what came before it. */
    public static final String MARKS = HOME + "/.steps";

    private static final Duration MARKED_WITHIN = Duration.ofMinutes(1);
    private static final Duration WATCHED_FOR = Duration.ofHours(12);
    private static final int OWN = 0600;

    private final Host host;
    private final Map<String, String> variables;

    /** @param variables what the user's shell knows besides */
    public Desk(Host host, Map<String, String> variables) {
        this.host = host;
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(Map.of("HOME", HOME, "USER", USER, "LANG", "C.UTF-8"));
        this.variables = Map.copyOf(all);
    }

    /** Run a program as the user. */
    public Outcome run(String input, Duration timeout, List<String> words) {
        return host.run(command(input, timeout, words));
    }

    /** The same, with its standard output handed over however much it is: see {@link Host#stream}. */
    public Outcome stream(List<String> words, Duration timeout, OutputStream out) {
        return host.stream(command("", timeout, words), out);
    }

    /** The same beside everything else, line by line: see {@link Host#watch}. */
    public Host.Watch watch(List<String> words, Consumer<String> line) {
        return host.watch(command("", WATCHED_FOR, words), line);
    }

    /** Write a file of the user's own. */
    public void write(String path, byte[] content) {
        host.write(path, content, USER, OWN);
    }

    /** Leave a mark of which nobody can guess the name. */
    public String mark() {
        String mark = UUID.randomUUID().toString();
        run("", MARKED_WITHIN, List.of("touch", MARKS + "/" + mark));
        return mark;
    }

    private Command command(String input, Duration timeout, List<String> words) {
        return new Command(USER, words, variables, input, timeout);
    }
}
