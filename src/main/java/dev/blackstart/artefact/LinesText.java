package dev.blackstart.artefact;

import dev.blackstart.artefact.Node.Fields;
import dev.blackstart.artefact.Node.Items;
import dev.blackstart.artefact.Node.Text;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what sops says of itself in dotenv and INI files, where trees are written as single lines:
 * {@code sops_pgp__list_0__map_fp=…}, or the same without prefix in a section {@code [sops]}.
 */
final class LinesText {
    private static final String PREFIX = "sops_";
    private static final int MOST_LEVELS = 20;
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*([^#;=\\s\\[][^=]*?)\\s*=\\s*(.*)");
    private static final Pattern CONFLICT = Pattern.compile("(<{7}|={7}|>{7})( .*)?");
    private static final Pattern SECTION = Pattern.compile("\\s*\\[(.*)]\\s*");
    private static final Pattern LEVEL = Pattern.compile("__(list|map)_");

    private final Path file;
    private final Branch sops = new Branch();

    private LinesText(Path file) {
        this.file = file;
    }

    static Node dotenv(Path file, String text) throws BrokenTextException {
        LinesText lines = new LinesText(file);
        List<String> all = lines.split(text);
        for (int i = 0; i < all.size(); i++) {
            Matcher assignment = ASSIGNMENT.matcher(all.get(i));
            if (assignment.matches() && assignment.group(1).startsWith(PREFIX)) {
                lines.put(assignment.group(1).substring(PREFIX.length()), assignment.group(2), i + 1);
            }
        }
        return lines.read();
    }

    static Node ini(Path file, String text) throws BrokenTextException {
        LinesText lines = new LinesText(file);
        List<String> all = lines.split(text);
        String section = "";
        for (int i = 0; i < all.size(); i++) {
            Matcher header = SECTION.matcher(all.get(i));
            Matcher assignment = ASSIGNMENT.matcher(all.get(i));
            if (header.matches()) {
                section = header.group(1).strip();
            } else if (assignment.matches() && section.equals("sops")) {
                lines.put(assignment.group(1), unquoted(assignment.group(2).strip()), i + 1);
            }
        }
        return lines.read();
    }

    private List<String> split(String text) throws BrokenTextException {
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            if (CONFLICT.matcher(all.get(i)).matches()) {
                throw new BrokenTextException(
                        new Place(file, i + 1, 1), "a conflict of version control was left in it");
            }
        }
        return all;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.startsWith("`") || value.startsWith("\""))
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** What stands below a name: items by their numbers, or fields; or a value, and then nothing below. */
    private static final class Branch {
        private final Map<Integer, Branch> items = new TreeMap<>();
        private final Map<String, Branch> fields = new LinkedHashMap<>();
        private @Nullable Text value;

        Node node(Place start) {
            if (value != null) {
                return value;
            }
            if (!items.isEmpty()) {
                List<Node> nodes = new ArrayList<>();
                items.values().forEach(item -> nodes.add(item.node(start)));
                return new Items(nodes, start);
            }
            Map<String, Node> nodes = new LinkedHashMap<>();
            fields.forEach((name, field) -> nodes.put(name, field.node(start)));
            return new Fields(nodes, start);
        }
    }

    private void put(String name, String value, int line) {
        if (value.isEmpty()
                || value.equals("null")
                || LEVEL.matcher(name).results().count() > MOST_LEVELS) {
            return;
        }
        Matcher level = LEVEL.matcher(name);
        int from = 0;
        boolean item = false;
        Branch branch = sops;
        while (level.find()) {
            branch = below(branch, name.substring(from, level.start()), item);
            item = level.group(1).equals("list");
            from = level.end();
        }
        below(branch, name.substring(from), item).value = new Text(value, new Place(file, line, 1));
    }

    private static Branch below(Branch branch, String name, boolean item) {
        return item && name.matches("[0-9]{1,6}")
                ? branch.items.computeIfAbsent(Integer.valueOf(name), number -> new Branch())
                : branch.fields.computeIfAbsent(name, field -> new Branch());
    }

    private Node read() {
        Place start = Place.start(file);
        return new Fields(Map.of("sops", sops.node(start)), start);
    }
}
