package dev.blackstart.state;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads what {@code mariadb --batch} writes. */
final class MariadbOutput {
    private MariadbOutput() {}

    /** The fields of each line. */
    static List<List<String>> lines(String output) {
        List<List<String>> lines = new ArrayList<>();
        for (String line : output.split("\n", -1)) { // a carriage return stands for itself
            if (!line.isEmpty()) {
                lines.add(fields(line));
            }
        }
        return lines;
    }

    /** As a reader of a value sees it: fields parted by {@code |}, records by lines. */
    static String shown(String output) {
        return lines(output).stream()
                .map(fields -> String.join("|", fields))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        for (String field : line.split("\t", -1)) {
            fields.add(unescaped(field));
        }
        return fields;
    }

    private static String unescaped(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < field.length(); at++) {
            char sign = field.charAt(at);
            if (sign == '\\' && at + 1 < field.length()) {
                at++;
                text.append(meant(field.charAt(at)));
            } else {
                text.append(sign);
            }
        }
        return text.toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '0' -> '\0';
            default -> escaped;
        };
    }
}
