package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which names are in each directory, as two things: where names come on their own, new ones are no difference later, and where
 * they go, missing ones are none. Both change with any name; {@link FilesDifferences} says of which of them it was seen.
 */
final class DirectoryNames {
    static final String COME = "names that come";
    static final String GO = "names that go";

    private static final long PRIME = 0x100000001b3L;

    private DirectoryNames() {}

    static SortedMap<Thing, Content> things(SortedMap<Thing, Content> paths) {
        Map<String, long[]> directories = new HashMap<>();
        paths.forEach((thing, content) -> {
            if (thing.sort().equals(FileContent.SORT)) {
                if (FileContent.of(content).isDirectory()) {
                    directories.computeIfAbsent(thing.name(), key -> new long[2]);
                }
                if (!thing.name().equals(FilesDifferences.TOP)) {
                    long[] counted = directories.computeIfAbsent(parent(thing.name()), key -> new long[2]);
                    counted[0]++;
                    counted[1] += hash(thing.name());
                }
            }
        });
        SortedMap<Thing, Content> things = new TreeMap<>();
        directories.forEach((name, counted) -> {
            Content content = new Content(counted[0], Long.toHexString(counted[1]));
            things.put(new Thing(COME, name), content);
            things.put(new Thing(GO, name), content);
        });
        return things;
    }

    /** The directory that a path lies in. */
    static String parent(String name) {
        int end = name.lastIndexOf('/');
        return end < 0 ? FilesDifferences.TOP : name.substring(0, end);
    }

    /** FNV-1a, and mixed, as these are added up: nobody chooses names so that two sums are alike. */
    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < name.length(); at++) {
            hash = (hash ^ name.charAt(at)) * PRIME;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        return hash ^ hash >>> 29;
    }
}
