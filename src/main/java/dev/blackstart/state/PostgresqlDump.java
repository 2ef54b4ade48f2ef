package dev.blackstart.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the text of {@code pg_dump --schema-only} as objects: each stands under a comment that names it. */
final class PostgresqlDump {
    private static final int OF_LINES = Pattern.MULTILINE | Pattern.UNIX_LINES;

    private static final Pattern HEADING =
            Pattern.compile("^-- (?:Data for )?Name: (.*); Type: (.*); Schema: (.*?);.*$", OF_LINES);

    /** Of these, the name begins with the kind of what they are of, as in {@code TABLE pledges}. */
    private static final Set<String> OF_ANOTHER = Set.of("ACL", "COMMENT", "SECURITY LABEL");

    /** Scripts drop and make it anew before they restore into it; who may do what in it is asked of the catalogue. */
    private static final Set<String> OF_PUBLIC = Set.of("schema public", "acl schema public", "comment schema public");

    /** The system takes both {@code C.UTF-8} and {@code C.utf8}. */
    private static final Pattern LOCALE =
            Pattern.compile("(?<=(?:LOCALE|LC_COLLATE|LC_CTYPE) = '[\\w@]{1,30}\\.)([\\w-]+)(?=')");

    /** Versions differ in whether they call a view a table there. */
    private static final Pattern OWNED =
            Pattern.compile("^ALTER (?:TABLE|VIEW|MATERIALIZED VIEW|SEQUENCE) (?=.* OWNER TO \\S+;$)", OF_LINES);

    /** Sets of statements: in which order they were carried out is nobody's concern. */
    private static final Set<String> SETS = Set.of("ACL", "DEFAULT ACL", "DATABASE PROPERTIES");

    private static final Pattern KIND = Pattern.compile("^[A-Z]+(?: [A-Z]+)*(?= )");

    /** What parts two objects and belongs to neither. */
    private static final Pattern FRAME = Pattern.compile("|--|-- PostgreSQL database dump complete|\\\\unrestrict .*");

    private PostgresqlDump() {}

    /** Each object's statements by what readers call it, such as {@code table public.pledges}. */
    static SortedMap<String, String> objects(String dump) {
        SortedMap<String, String> objects = new TreeMap<>();
        Matcher heading = HEADING.matcher(dump);
        boolean found = heading.find();
        while (found) {
            String type = heading.group(2);
            String name = name(type, heading.group(3), heading.group(1));
            int from = heading.end();
            found = heading.find();
            if (OF_PUBLIC.contains(name)) {
                continue;
            }
            String statements = statements(type, dump.substring(from, found ? heading.start() : dump.length()));
            objects.merge(name, statements, (one, other) -> one + "\n" + other);
        }
        return objects;
    }

    private static String name(String type, String schema, String name) {
        String called = OF_ANOTHER.contains(type)
                ? KIND.matcher(name).replaceFirst(kind -> kind.group().toLowerCase(Locale.ROOT))
                : name;
        String place = schema.contains(".") ? '"' + schema + '"' : schema;
        return type.toLowerCase(Locale.ROOT) + " " + (schema.equals("-") ? "" : place + ".") + called;
    }

    /** Nothing within a statement is left out, however much it looks like a comment: it may be a line of a text. */
    private static String statements(String type, String body) {
        List<String> lines = new ArrayList<>(List.of(body.split("\n", -1))); // a carriage return is part of a text
        while (!lines.isEmpty() && FRAME.matcher(lines.get(0)).matches()) {
            lines.remove(0);
        }
        // What follows is about the session that loads the dump.
        int connects = 0;
        while (connects < lines.size() && !lines.get(connects).startsWith("\\connect ")) {
            connects++;
        }
        lines = lines.subList(0, connects);
        while (!lines.isEmpty() && FRAME.matcher(lines.get(lines.size() - 1)).matches()) {
            lines.remove(lines.size() - 1);
        }
        if (SETS.contains(type)) {
            return lines.stream().filter(line -> !line.isBlank()).sorted().collect(Collectors.joining("\n"));
        }
        String text = OWNED.matcher(String.join("\n", lines)).replaceAll("ALTER ");
        return type.equals("DATABASE")
                ? LOCALE.matcher(text)
                        .replaceAll(codeset -> codeset.group().replace("-", "").toLowerCase(Locale.ROOT))
                : text;
    }
}
