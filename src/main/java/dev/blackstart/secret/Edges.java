package dev.blackstart.secret;

/** The edges of a trie, by the state that they leave and their character: one table, however many states there are. */
final class Edges {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[64];
    private int[] targets = new int[keys.length];
    private int count;

    /** How many there are; each leads to a state of its own, numbered from 1. */
    int count() {
        return count;
    }

    /** Where an edge leads; 0: there is none. */
    int target(int from, char c) {
        return targets[slot(keys, key(from, c))];
    }

    /** Where an edge leads, which is made if there is none. */
    int made(int from, char c) {
        long key = key(from, c);
        int slot = slot(keys, key);
        if (keys[slot] == key) {
            return targets[slot];
        }
        keys[slot] = key;
        targets[slot] = ++count;
        if (2 * count > keys.length) {
            grow();
        }
        return count;
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        int[] moreTargets = new int[moreKeys.length];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int slot = slot(moreKeys, keys[i]);
                moreKeys[slot] = keys[i];
                moreTargets[slot] = targets[i];
            }
        }
        keys = moreKeys;
        targets = moreTargets;
    }

    /** Never 0, which is where nothing stands. */
    private static long key(int from, char c) {
        return ((long) from << Character.SIZE | c) + 1;
    }

    private static int slot(long[] keys, long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * SPREAD) >>> Integer.SIZE) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
