package dev.blackstart.answer;

import dev.blackstart.access.AccessAnswer;
import dev.blackstart.access.BusFactor;
import dev.blackstart.access.CutSets;
import dev.blackstart.access.Numbers;
import dev.blackstart.access.SinglePoint;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words what the table and the Markdown page say alike. */
final class Phrases {
    private static final int CUTS_SHOWN = 8;

    private Phrases() {}

    /** Word how few open it, and who: {@code 1: any one of alice and bob}. */
    static String opens(Numbers numbers) {
        return numbers.openingSize()
                .map(opening -> opening.people().size() == 0
                        ? "not known"
                        : opening.size() + ": " + AnswerWords.choice(opening.people()))
                .orElse("nobody");
    }

    /** Word who locks it by being lost, where that is known to be enough. */
    static String locks(Numbers numbers) {
        if (!numbers.opens()) {
            return "nobody: it is closed to all";
        }
        return numbers.busFactor().size().most().isPresent()
                ? AnswerWords.choice(numbers.busFactor().cut())
                : "not known";
    }

    /** Word how many could be lost if nobody opened it who should not. */
    static String named(BusFactor factor) {
        return "a bus factor of %s if only those opened it who should".formatted(factor.size());
    }

    /** Word {@code person alice}, {@code store pass}. */
    static String title(SinglePoint point) {
        return point.kind().name().toLowerCase(Locale.ROOT) + " " + point.name();
    }

    /** Word what is locked with it: {@code all 11 secrets; all 7 runbooks}. */
    static String lost(SinglePoint point, AccessAnswer access) {
        List<String> lost = new ArrayList<>();
        add(lost, point.secrets(), access.secretAccess().size(), "secrets");
        add(lost, point.runbooks(), access.runbookAccess().size(), "runbooks");
        return String.join("; ", lost);
    }

    private static void add(List<String> lost, Set<String> names, int all, String things) {
        if (names.size() == all && all > 1) {
            lost.add("all %d %s".formatted(all, things));
        } else if (!names.isEmpty()) {
            lost.add(AnswerWords.list(names));
        }
    }

    /** Word how many sets there are, and how well that is known. */
    static String cuts(CutSets cuts) {
        if (cuts.most().isEmpty()) {
            return "Minimal sets of people whose loss locks something, as far as is known";
        }
        String count = cuts.counted()
                ? (cuts.least().equals(BigInteger.ONE) ? "1 minimal set" : cuts.least() + " minimal sets")
                : "%s to %s minimal sets".formatted(cuts.least(), cuts.most().get());
        return count + " of people whose loss locks something"
                + (cuts.complete() ? "" : " (not all can be listed; nothing smaller is missing)");
    }

    static List<String> listed(CutSets cuts) {
        List<String> lines = new ArrayList<>(cuts.listed().stream()
                .limit(CUTS_SHOWN)
                .map(AnswerWords::choice)
                .toList());
        if (cuts.listed().size() > CUTS_SHOWN) {
            lines.add("and %d more; --format json lists them"
                    .formatted(cuts.listed().size() - CUTS_SHOWN));
        }
        return lines;
    }
}
