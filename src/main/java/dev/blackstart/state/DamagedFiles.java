package dev.blackstart.state;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the files that are to be damaged, damages them, and hears what was seen of them afterwards. */
final class DamagedFiles {
    private static final Duration WITHIN = Duration.ofMinutes(30);

    private final Damage.Target target;
    private final FilesState state;

    DamagedFiles(Damage.Target target) {
        this.target = target;
        this.state = (FilesState) target.state();
    }

    /** The file that is meant, or one that holds something. */
    String file(Optional<String> path) {
        return path.map(this::below).orElseGet(() -> files(1).get(0));
    }

    /** Some files that hold something, chance says from which on. */
    List<String> files(int most) {
        return chosen("file", most);
    }

    /** The directory that is meant, or one in which there is a file that holds something. */
    String tree(Optional<String> path) {
        return path.map(this::below).orElseGet(() -> chosen("tree", 1).get(0));
    }

    private String below(String path) {
        String whole = path.equals(FilesDifferences.TOP) ? state.path() : state.path() + "/" + path;
        return HexFormat.of().formatHex(whole.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> chosen(String want, int most) {
        List<String> arguments = new ArrayList<>(List.of(
                state.path(), want, String.valueOf(target.random().nextInt(Integer.MAX_VALUE)), String.valueOf(most)));
        arguments.addAll(LeftOut.words(state.except(), target.mark()));
        return List.copyOf(seen("pick", arguments).values());
    }

    /** Do something, and say what was seen: numbers and names by what they are. */
    Map<String, String> seen(String what, List<String> arguments) {
        List<String> input = new ArrayList<>(List.of(what));
        input.addAll(arguments);
        Outcome outcome = target.host()
                .run(Command.as("root", "perl", "-e", Scripts.text(DamagedFiles.class, "files-damage.pl"))
                        .with(String.join("\0", input) + "\0")
                        .within(WITHIN));
        List<String> lines = outcome.out().lines().toList();
        if (!outcome.succeeded()
                || lines.size() < 2
                || !lines.get(lines.size() - 1).equals("done")) {
            throw new DamageException(
                    "the files could not be damaged", outcome.err().strip());
        }
        Map<String, String> seen = new TreeMap<>();
        for (String line : lines.subList(0, lines.size() - 1)) {
            String[] pair = line.split("=", 2);
            seen.put(pair[0], pair[1]);
        }
        return seen;
    }

    /** A path in hexadecimal as people read it. */
    static String shown(String path) {
        return PathName.shown(new String(HexFormat.of().parseHex(path), StandardCharsets.ISO_8859_1));
    }

    /** {@link #shown} of something that was seen. */
    static String shown(Map<String, String> seen, String key) {
        return shown(Objects.requireNonNull(seen.get(key)));
    }

    static long number(Map<String, String> seen, String key) {
        return Long.parseLong(Objects.requireNonNull(seen.get(key)));
    }
}
