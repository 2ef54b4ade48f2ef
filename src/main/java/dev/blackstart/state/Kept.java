package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import dev.blackstart.terminal.Counts;
import java.util.Map;

/**
 * How much of a state's data is there as it was. A few tables may be alike in every system of its kind, such as those that its
 * application fills when it is installed; most of them are alike in itself alone.
 *
 * @param noun what is counted, in the singular
 * @param there of those what is as it was
 * @param rows in all of them
 * @param rowsThere in those that are as they were
 */
public record Kept(String noun, int all, int there, long rows, long rowsThere) {
    static Kept of(State state, Fingerprint before, Fingerprint after) {
        String noun = "thing";
        int all = 0;
        int there = 0;
        long rows = 0;
        long rowsThere = 0;
        for (Map.Entry<Thing, Content> entry : before.things().entrySet()) {
            Content content = entry.getValue();
            if (state.isData(entry.getKey(), content)) {
                noun = entry.getKey().sort();
                all++;
                rows += content.count();
                if (content.equals(after.things().get(entry.getKey()))) {
                    there++;
                    rowsThere += content.count();
                }
            }
        }
        return new Kept(noun, all, there, rows, rowsThere);
    }

    /** Whether there was no data, so that nothing can be told. */
    public boolean heldNothing() {
        return all == 0;
    }

    public boolean some() {
        return there > 0;
    }

    public boolean most() {
        return 2 * there > all && 2 * rowsThere >= rows;
    }

    /** Such as {@code 2 of 14 tables as before}. */
    public String words() {
        return "%,d of %s as before".formatted(there, Counts.of(all, noun));
    }
}
