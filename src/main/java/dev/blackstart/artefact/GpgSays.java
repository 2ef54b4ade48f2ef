package dev.blackstart.artefact;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the user's own gpg knows besides the keys themselves, from its colon listings (its doc/DETAILS).
 *
 * @param disabled fingerprints of keys to which gpg would not encrypt
 * @param keygrips fingerprints of keys by the keygrips of their parts
 * @param groups what {@code gpg.conf} lets stand for several recipients, by names in small letters
 */
record GpgSays(Set<String> disabled, Map<String, String> keygrips, Map<String, List<String>> groups) {
    static final GpgSays NOTHING = new GpgSays(Set.of(), Map.of(), Map.of());

    static GpgSays read(byte[] keys, byte[] config) {
        Set<String> disabled = new HashSet<>();
        Map<String, String> keygrips = new HashMap<>();
        boolean off = false;
        String primary = "";
        for (String[] fields : records(keys)) {
            switch (fields[0]) {
                case "pub" -> {
                    off = fields.length > 11 && fields[11].contains("D");
                    primary = "";
                }
                case "fpr" -> {
                    primary = primary.isEmpty() ? fields[9] : primary;
                    if (off) {
                        disabled.add(primary);
                    }
                }
                case "grp" -> keygrips.put(fields[9], primary);
                default -> {}
            }
        }
        Map<String, List<String>> groups = new HashMap<>();
        for (String[] fields : records(config)) {
            if (fields.length > 3 && fields[1].equals("group")) {
                groups.put(fields[2].toLowerCase(Locale.ROOT), List.of(fields[3].split(";")));
            }
        }
        return new GpgSays(disabled, keygrips, groups);
    }

    private static List<String[]> records(byte[] listing) {
        return new String(listing, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(":", -1))
                .filter(fields -> !Set.of("fpr", "grp").contains(fields[0]) || fields.length > 9)
                .toList();
    }
}
