package dev.blackstart.state;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Something in a database that is looked into by its name.
 *
 * @param kind such as {@code table}, {@code versioned table}, {@code package body}
 */
record MariadbObject(String kind, String schema, String name) {
    private static final String VERSIONED = "versioned table";
    private static final Pattern PLAIN = Pattern.compile("[\\w$%:'-]*|[\\w$%:'.-]*@[\\w$%:'.-]*");

    boolean table() {
        return kind.equals("table") || versioned();
    }

    /** Whether it keeps the rows that it had before. */
    boolean versioned() {
        return kind.equals(VERSIONED);
    }

    boolean sequence() {
        return kind.equals("sequence");
    }

    boolean view() {
        return kind.equals("view");
    }

    /** Whether it is the server's own, which a recovery need not bring back as it was, but sound. */
    boolean ofServer() {
        return schema.equals("mysql");
    }

    /** As SQL names it. */
    String path() {
        return quoted(schema) + "." + quoted(name);
    }

    /** As readers are told. */
    String shown() {
        return sort() + " " + shown(schema) + "." + shown(name);
    }

    String showCreate() {
        return "show create " + sort().toUpperCase(Locale.ROOT) + " " + path() + ";\n";
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** A name in quotes where two names could look like one. */
    static String shown(String name) {
        return PLAIN.matcher(name).matches() ? name : quoted(name);
    }

    private String sort() {
        return versioned() ? "table" : kind;
    }
}
