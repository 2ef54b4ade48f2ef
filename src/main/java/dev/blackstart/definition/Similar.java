package dev.blackstart.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name was meant by a mistyped one. */
public final class Similar {
    private Similar() {}

    /** Renders {@code ; did you mean "x"?}, or nothing where no known name is near. */
    public static String suggestion(String typed, Collection<String> known) {
        return nearest(typed, known)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("");
    }

    static Optional<String> nearest(String typed, Collection<String> known) {
        int far = Math.max(1, Math.min(typed.length() / 3, 3));
        return known.stream()
                .filter(name -> distance(typed, name) <= far)
                .min(Comparator.<String>comparingInt(name -> distance(typed, name))
                        .thenComparing(name -> name));
    }

    /** Counts the edits from one to the other, two swapped neighbours as one (optimal string alignment). */
    private static int distance(String typed, String name) {
        String a = typed.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(edits[i - 1][j - 1] + change, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                edits[i][j] = swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
            }
        }
        return edits[a.length()][b.length()];
    }
}
