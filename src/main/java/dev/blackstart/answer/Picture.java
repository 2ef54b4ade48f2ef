package dev.blackstart.answer;

import dev.blackstart.terminal.SafeText;
import dev.blackstart.terminal.Wrap;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything in its place, in pixels.
 *
 * @param worst lines to read first
 */
public record Picture(
        String title,
        List<Line> worst,
        int width,
        int height,
        List<Heading> headings,
        List<PersonCard> people,
        List<StoreCard> stores,
        List<GroupCard> groups,
        List<Link> links,
        int legend) {
    private static final int WRAP = 118;
    private static final int TOP = 74;
    private static final int LINE = 22;

    static Picture of(Answer answer) {
        List<Line> worst = new ArrayList<>();
        for (String sentence : Sentences.of(answer)) {
            for (String line : Wrap.lines(sentence, WRAP)) {
                worst.add(new Line(TOP + worst.size() * LINE, line));
            }
        }
        return new PictureLayout(AccessGraph.of(answer), TOP + worst.size() * LINE + LINE / 2)
                .draw("Who can open what: " + SafeText.plain(answer.name()), worst);
    }

    /** A line of text. */
    public record Line(int y, String text) {}

    /** What a column shows. */
    public record Heading(int x, int y, String text) {}

    /** A person's place. */
    public record PersonCard(int x, int y, int width, int height, String name, String detail, String danger) {}

    /** A store's place, with those of its locks. */
    public record StoreCard(int x, int y, int width, int height, String name, String detail, List<LockRow> locks) {}

    /** @param badgeWidth so that the badge holds its text */
    public record LockRow(int x, int y, int width, int badgeWidth, String badge, String people) {}

    /** @param tone of the bus factor: {@code closed}, {@code one}, {@code two}, {@code more} */
    public record GroupCard(
            int x, int y, int width, int height, String tone, String heading, List<Line> secrets, List<Line> notes) {}

    /** @param path as SVG writes it */
    public record Link(String path, String tone, boolean copy) {}

    /** Name the tone of a bus factor. */
    static String tone(int busFactor) {
        return switch (busFactor) {
            case 0 -> "closed";
            case 1 -> "one";
            case 2 -> "two";
            default -> "more";
        };
    }
}
