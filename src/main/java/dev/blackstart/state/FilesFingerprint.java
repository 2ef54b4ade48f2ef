package dev.blackstart.state;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes the fingerprint of a tree as root on its host, by a script that keeps nothing. Of each path its name and a digest are
 * kept here; rights are one text for all that have the same.
 */
final class FilesFingerprint {
    /** Names that were listed, and gone when they were to be read. */
    static final String GONE = "gone";

    /** Paths that are there and cannot be read. */
    static final String UNREADABLE = "unreadable";

    /** What could not be looked at, and is no path. */
    static final String UNSOUND = "unsound";

    private static final Duration TAKEN_WITHIN = Duration.ofMinutes(30);

    private final FilesState state;
    private final Host host;
    private final String mark;
    private final boolean lenient;
    private final SortedMap<Thing, Content> things = new TreeMap<>();
    private final Map<String, Content> rights = new HashMap<>();
    private final HardLinks links = new HardLinks();
    private long listed;
    private long looked;
    private boolean single;
    private boolean ended;

    /**
     * @param mark what every path of the workload, or its content, holds
     * @param lenient whether what cannot be read is a thing of its own instead of ending it all, and nothing is an answer
     */
    FilesFingerprint(FilesState state, Host host, String mark, boolean lenient) {
        this.state = state;
        this.host = host;
        this.mark = mark;
        this.lenient = lenient;
    }

    /** Throws {@link StateException} where the host does not say everything to the end. */
    Fingerprint take() {
        Outcome outcome = host.stream(command(), new FileLines(this::line));
        if (!outcome.succeeded() || !ended) {
            throw fault(outcome.err().strip());
        }
        if (looked != listed) {
            throw fault("of %,d paths %,d were looked at".formatted(listed, looked));
        }
        things.putAll(links.things());
        things.putAll(DirectoryNames.things(things));
        return new Fingerprint(things);
    }

    private Command command() {
        List<String> settings = new ArrayList<>(List.of(state.path(), mark));
        settings.addAll(LeftOut.words(state.except(), mark));
        return Command.as("root", "perl", "-e", Scripts.text(FilesFingerprint.class, "files.pl"))
                .with(String.join("\0", settings) + "\0")
                .within(TAKEN_WITHIN);
    }

    private void line(String[] fields) {
        switch (fields[0]) {
            case "end" -> ended = true;
            case "listed" -> listed = Long.parseLong(fields[1]);
            case "single" -> single = true;
            case "none" -> none();
            case "unlisted" ->
                unsound("the list of its paths", PathName.text(fields[1]).strip());
            default -> {
                looked++;
                path(fields);
            }
        }
    }

    private void path(String[] fields) {
        boolean top = single || fields[1].equals(FilesDifferences.TOP);
        String name = top ? FilesDifferences.TOP : PathName.shown(fields[1].substring("./".length()));
        switch (fields[0]) {
            case "marked" -> {}
            case "gone" -> things.put(new Thing(GONE, name), new Content(0, ""));
            case "unreadable" -> unreadable(name, fields[2]);
            default -> there(name, fields);
        }
    }

    /** Fields: type, name, mode, owner, group, size, what it holds, whether it changed, its inode, attributes. */
    private void there(String name, String[] fields) {
        char type = fields[0].charAt(0);
        String held = type == 'f' ? digest(fields[6]) : PathName.shown(fields[6]);
        boolean changing = fields[7].equals("1");
        things.put(
                new Thing(FileContent.SORT, name),
                new FileContent(type, changing, Long.parseLong(fields[5]), held).content());
        things.put(new Thing(FileRights.SORT, name), rights(fields));
        if (!fields[8].isEmpty()) {
            links.add(fields[8], name);
        }
    }

    private static String digest(String hex) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(HexFormat.of().parseHex(hex));
    }

    private Content rights(String[] fields) {
        String attributes = fields[9];
        if (attributes.startsWith("!")) {
            unsound("extended attributes", attributes.substring(1));
            attributes = "";
        }
        String key = String.join(":", fields[2], fields[3], fields[4], attributes);
        Content known = rights.get(key);
        if (known == null) {
            known = new FileRights(
                            fields[2],
                            PathName.text(fields[3]),
                            PathName.text(fields[4]),
                            FileRights.attributes(attributes))
                    .content();
            rights.put(key, known);
        }
        return known;
    }

    private void none() {
        if (!lenient) {
            throw new StateException("there is no %s on %s".formatted(state.path(), host.name()), "");
        }
    }

    private void unreadable(String name, String why) {
        if (!lenient) {
            throw new StateException("%s of %s on %s cannot be read".formatted(name, state.path(), host.name()), why);
        }
        things.put(new Thing(UNREADABLE, name), new Content(0, why));
    }

    private void unsound(String what, String why) {
        if (!lenient) {
            throw fault(what + ": " + why);
        }
        things.put(new Thing(UNSOUND, what), new Content(0, why));
    }

    private StateException fault(String detail) {
        return new StateException("%s on %s cannot be read".formatted(state.path(), host.name()), detail);
    }
}
