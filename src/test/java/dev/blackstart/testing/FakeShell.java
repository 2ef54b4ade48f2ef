package dev.blackstart.testing;

import static dev.blackstart.testing.Outcomes.failed;
import static dev.blackstart.testing.Outcomes.ok;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The little of a shell that test runbooks need: a line is {@code [pass show SECRET |] [ssh HOST] VERB WORD…}, and what a
 * verb does is taught. It knows these by itself: {@code exit N}, {@code echo WORD…}, {@code hang} until the time is up,
 * {@code sleep SECONDS}, and {@code cut}: nobody hears how it ends. Where {@code PATH=/nowhere} comes first, it finds no
 * other than {@code echo}; where {@code set +e} does, it goes on after a line that fails.
 */
public final class FakeShell {
    /** Does what a word of a runbook says; throws {@link Failure} where that cannot be done. */
    public interface Verb {
        /** @return what it writes */
        String run(Typed typed);
    }

    /**
     * A verb that was typed.
     *
     * @param host on which
     * @param words behind the verb
     * @param input what came through the pipe
     */
    public record Typed(FakeReplica replica, FakeHost host, List<String> words, String input) {}

    /** Says that a verb ended with another exit code than 0. */
    public static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int exitCode;
        private final String words;

        public Failure(int exitCode, String message) {
            super(message);
            this.exitCode = exitCode;
            this.words = message;
        }

        Outcome outcome() {
            return failed(exitCode, words + "\n");
        }
    }

    private static final Pattern OPENING =
            Pattern.compile("(?:PASSWORD_STORE_DIR=\"\\$HOME/(.*?)\" )?pass show (?:-- )?'?([^' ]+)'?(?: \\| (.*))?");

    private final SkippingTicker ticker;
    private final Map<String, Verb> verbs = new HashMap<>();

    /** @param ticker which skips what is slept */
    public FakeShell(SkippingTicker ticker) {
        this.ticker = ticker;
        verbs.put("echo", typed -> String.join(" ", typed.words()) + "\n");
        verbs.put("exit", typed -> {
            throw new Failure(Integer.parseInt(typed.words().get(0)), "this step does not work");
        });
        verbs.put("sleep", typed -> {
            ticker.skip(Duration.ofSeconds(Long.parseLong(typed.words().get(0))));
            return "";
        });
    }

    /** Teach it a verb. */
    public FakeShell knows(String word, Verb verb) {
        verbs.put(word, verb);
        return this;
    }

    /** Type a script on a machine. */
    Outcome type(FakeReplica replica, FakeHost host, Command command, String script) {
        StringBuilder out = new StringBuilder();
        boolean bare = script.startsWith("PATH=/nowhere\n");
        boolean goesOn = script.startsWith("set +e\n");
        for (String line : script.replaceFirst("^(PATH=/nowhere|set \\+e)\n", "")
                .lines()
                .map(String::strip)
                .toList()) {
            try {
                if (line.equals("hang")) {
                    ticker.skip(command.timeout());
                    return Outcomes.timedOut();
                } else if (line.equals("cut")) {
                    return Outcomes.cut(out.toString());
                } else if (bare && !line.startsWith("echo ")) {
                    throw new Failure(127, line.split(" ", 2)[0] + ": command not found");
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    out.append(line(replica, host, command, line));
                }
            } catch (Failure e) {
                if (goesOn) {
                    continue;
                }
                Outcome ended = e.outcome();
                return new Outcome(ended.ending(), ended.exitCode(), out.toString(), ended.err());
            }
        }
        return ok(out.toString());
    }

    private String line(FakeReplica replica, FakeHost host, Command command, String line) {
        String input = "";
        String rest = line;
        Matcher opening = OPENING.matcher(line);
        if (opening.matches()) {
            FakeStore store = FakeStore.of(host, command);
            String directory = opening.group(1);
            input = (directory == null ? store : store.at(directory)).show(opening.group(2));
            if (opening.group(3) == null) {
                return input;
            }
            rest = opening.group(3);
        }
        List<String> words = List.of(rest.split(" +"));
        if (words.get(0).equals("ssh")) {
            return verb(replica, far(replica, words.get(1)), words.subList(2, words.size()), input);
        }
        return verb(replica, host, words, input);
    }

    static FakeHost far(FakeReplica replica, String name) {
        if (!replica.stands(name)) {
            throw new Failure(255, "ssh: connect to host " + name + " port 22: No route to host");
        }
        return replica.host(name);
    }

    private String verb(FakeReplica replica, FakeHost host, List<String> words, String input) {
        Verb verb = verbs.get(words.get(0));
        if (verb == null) {
            throw new Failure(127, words.get(0) + ": command not found");
        }
        return verb.run(new Typed(replica, host, words.subList(1, words.size()), input));
    }
}
