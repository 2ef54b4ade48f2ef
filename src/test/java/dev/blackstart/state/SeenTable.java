package dev.blackstart.state;

import java.util.List;

/** A table in Markdown of who sees which damage, a damage a row. */
final class SeenTable {
    static final String SEES = "**sees**";
    static final String NOT = "no";
    /** Nobody can be asked. */
    static final String DOWN = "down";

    private final StringBuilder text;

    SeenTable(String title, List<String> onlookers) {
        text = new StringBuilder("| %s | %s |%n".formatted(title, String.join(" | ", onlookers)));
        text.append("|---".repeat(onlookers.size() + 1)).append("|\n");
    }

    void row(String damage, List<String> words) {
        text.append("| %s | %s |%n".formatted(damage, String.join(" | ", words)));
    }

    /** Ask all of them, in their order. */
    static <T> List<String> ask(List<Look<T>> looks, T thing) {
        return looks.stream().map(look -> word(look.sees().test(thing))).toList();
    }

    static <T> List<String> called(List<Look<T>> looks) {
        return looks.stream().map(Look::called).toList();
    }

    static String word(boolean sees) {
        return sees ? SEES : NOT;
    }

    String text() {
        return text.toString();
    }
}
