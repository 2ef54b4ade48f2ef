package dev.blackstart.testing;

import static dev.blackstart.testing.Outcomes.ok;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What runs on a fake responder: our own scripts, each with the outcome that the real one has. */
public final class FakeWorkstation implements Program {
    private static final String GPG = ".gpg";

    private final FakeReplica replica;
    private final FakeShell shell;
    private final SecureRandom random = new SecureRandom();

    public FakeWorkstation(FakeReplica replica, FakeShell shell) {
        this.replica = replica;
        this.shell = shell;
    }

    @Override
    public Optional<Outcome> run(FakeHost host, Command command) {
        if (Program.script(command).filter("left-running.sh"::equals).isPresent()) {
            return Optional.of(ok("0\n"));
        }
        try {
            return Program.script(command).isPresent() ? script(host, command) : words(host, command);
        } catch (FakeShell.Failure e) {
            return Optional.of(e.outcome());
        }
    }

    private Optional<Outcome> script(FakeHost host, Command command) {
        String home = home(command);
        List<String> arguments = Program.arguments(command);
        return switch (Program.script(command).orElseThrow()) {
            case "welcome.sh", "openpgp-arrive.sh" -> Optional.of(unpack(host, home, command));
            case "import-keys.sh" -> Optional.of(importKeys(host, home, command));
            case "step.sh" -> Optional.of(step(host, home, command, arguments));
            case "make-people.sh" -> Optional.of(makePeople(host, home, command, arguments));
            case "read-keys.sh" -> Optional.of(readKeys(host, home, arguments));
            case "openpgp-make.sh" -> Optional.of(makeSecrets(host, command, arguments.get(0)));
            case "openpgp-values.sh" -> Optional.of(values(host, command, arguments.get(0)));
            case "openpgp-keep.sh" -> Optional.of(tar(host, home, arguments.get(0)));
            case "openpgp-withhold.sh" -> Optional.of(withhold(host, home, arguments));
            case "openpgp-replace.sh" -> Optional.of(replace(host, command, arguments));
            case "fresh-value.sh" -> Optional.of(ok(digits(16)));
            default -> Optional.empty();
        };
    }

    private Optional<Outcome> words(FakeHost host, Command command) {
        List<String> words = command.arguments();
        if (words.get(0).equals("touch")) {
            host.put(words.get(1), "");
            return Optional.of(ok(""));
        }
        if (words.get(0).equals("tar")) {
            return Optional.of(tar(host, home(command), words.get(words.size() - 1)));
        }
        String typed = words.get(words.size() - 1);
        if (command.user().equals("root") && words.get(0).equals("bash") && words.size() == 3) {
            return Optional.of(shell.type(replica, host, command, typed));
        }
        if (typed.startsWith("cat ~/")) {
            return Optional.of(ok(List.of(typed.split("; *")).stream()
                    .map(one ->
                            concatenated(host, one.substring("cat ".length()).replace("~", home(command))))
                    .collect(Collectors.joining())));
        }
        return Optional.empty();
    }

    /** The files of one directory that a pattern with one star names. */
    private static String concatenated(FakeHost host, String pattern) {
        int slash = pattern.lastIndexOf('/');
        String file = pattern.substring(slash + 1);
        String end = file.substring(file.indexOf('*') + 1);
        return host.below(pattern.substring(0, slash)).entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(end))
                .map(entry -> new String(entry.getValue(), UTF_8))
                .collect(Collectors.joining());
    }

    private static Outcome unpack(FakeHost host, String home, Command command) {
        Tar.unpack(Base64.getDecoder().decode(command.input()))
                .forEach((name, content) -> host.put(home + "/" + name, content));
        return ok("");
    }

    private static Outcome importKeys(FakeHost host, String home, Command command) {
        unpack(host, home, command);
        for (String key : host.below(home + "/.keys").keySet()) {
            FakeStore.of(host, command).imports(key.substring(0, key.length() - ".asc".length()));
            host.delete(home + "/.keys/" + key);
        }
        return ok("");
    }

    private Outcome step(FakeHost host, String home, Command command, List<String> arguments) {
        String mark = arguments.get(0);
        String target = arguments.get(2);
        Outcome outcome;
        try {
            FakeHost at = target.isEmpty() ? host : FakeShell.far(replica, target);
            outcome = shell.type(replica, at, command, command.input());
        } catch (FakeShell.Failure e) {
            outcome = e.outcome();
        }
        if (outcome.ended()) {
            host.put(home + "/.steps/" + mark, "");
        }
        return marked(outcome, mark);
    }

    /** Only what has ended prints its mark. */
    static Outcome marked(Outcome outcome, String mark) {
        return outcome.ended()
                ? new Outcome(
                        outcome.ending(),
                        outcome.exitCode(),
                        outcome.out(),
                        outcome.err() + "\n" + mark + " " + outcome.exitCode() + "\n")
                : outcome;
    }

    private Outcome makePeople(FakeHost host, String home, Command command, List<String> people) {
        for (String person : people) {
            host.put(home + "/documents/people/" + person + ".gpg.asc", "the public key of " + person + "\n");
            host.put(home + "/documents/people/" + person + ".ssh.pub", "ssh-ed25519 AAAA " + person + "\n");
            host.put(home + "/.ssh/id_" + person, "ssh " + digits(32));
            host.put(home + "/.secret/" + person, "openpgp " + digits(32));
            FakeStore.of(host, command).imports(person);
        }
        return ok("");
    }

    private Outcome makeSecrets(FakeHost host, Command command, String directory) {
        for (String line : command.input().lines().toList()) {
            String[] fields = line.split("\\|", -1);
            if (!fields[1].equals("none")) {
                FakeStore.of(host, command)
                        .at(directory)
                        .put(fields[0], List.of(fields[4].split(" ")), fields[2] + digits(16));
            }
        }
        return ok("");
    }

    private String digits(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    private static Outcome values(FakeHost host, Command command, String directory) {
        return ok(host.below(home(command) + "/" + directory).entrySet().stream()
                .filter(file -> file.getKey().endsWith(GPG))
                .map(file -> base64(file.getKey().substring(0, file.getKey().length() - GPG.length())) + "|"
                        + base64(FakeStore.of(host, command).decrypt(new String(file.getValue(), UTF_8))) + "\n")
                .collect(Collectors.joining()));
    }

    private static Outcome readKeys(FakeHost host, String home, List<String> people) {
        return ok(people.stream()
                .map(person -> person + "|" + base64(text(host, home + "/.secret/" + person)) + "|"
                        + base64(text(host, home + "/.ssh/id_" + person)) + "\n")
                .collect(Collectors.joining()));
    }

    /** A character a byte. */
    private static Outcome tar(FakeHost host, String home, String directory) {
        Map<String, byte[]> files = new TreeMap<>();
        host.below(home + "/" + directory).forEach((path, content) -> files.put(directory + "/" + path, content));
        return ok(new String(Tar.pack(files), ISO_8859_1));
    }

    private static Outcome withhold(FakeHost host, String home, List<String> arguments) {
        String file = home + "/" + arguments.get(0) + "/" + arguments.get(1) + GPG;
        String content = host.text(file).map(FakeWorkstation::base64).orElse("");
        host.delete(file);
        return ok(content);
    }

    private static Outcome replace(FakeHost host, Command command, List<String> arguments) {
        String own = text(host, home(command) + "/" + arguments.get(0) + "/" + arguments.get(1) + GPG);
        FakeStore.of(host, command)
                .at(arguments.get(0))
                .put(
                        arguments.get(1),
                        List.of(own.lines().findFirst().orElseThrow().split(" ")),
                        new String(Base64.getDecoder().decode(command.input()), UTF_8));
        return ok(base64(own));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String text(FakeHost host, String path) {
        return host.text(path).orElseThrow(() -> new FakeShell.Failure(1, path + ": No such file"));
    }

    private static String home(Command command) {
        return Objects.requireNonNull(command.environment().get("HOME"));
    }
}
