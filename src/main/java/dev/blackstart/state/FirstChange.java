package dev.blackstart.state;

import java.util.List;

/** Names the first line in which two definitions part. */
final class FirstChange {
    private static final int LONGEST = 120;

    private FirstChange() {}

    static String between(String before, String after) {
        List<String> one = before.strip().lines().toList();
        List<String> other = after.strip().lines().toList();
        int line = 0;
        while (line < one.size() && line < other.size() && one.get(line).equals(other.get(line))) {
            line++;
        }
        return "\"%s\" became \"%s\"".formatted(at(one, line), at(other, line));
    }

    private static String at(List<String> lines, int index) {
        String line = index < lines.size() ? lines.get(index).strip() : "";
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
