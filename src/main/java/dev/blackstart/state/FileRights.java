package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose a path is and who may do what with it.
 *
 * @param owner by name, {@code #} and the number where it has none
 * @param attributes extended ones by name: access lists in words, of all others a digest
 */
record FileRights(String mode, String owner, String group, SortedMap<String, String> attributes) {
    static final String SORT = "rights";

    private static final String LIST = "system.posix_acl_";
    private static final Map<String, String> NOUNS = Map.of(
            LIST + "access",
            "access list",
            LIST + "default",
            "access list for what is made in it",
            "security.capability",
            "what it may do beyond its user (capabilities)");

    FileRights {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    static FileRights of(Content content) {
        String[] parts = content.content().split(":", 4);
        SortedMap<String, String> attributes = new TreeMap<>();
        for (String attribute : parts[3].isEmpty() ? List.<String>of() : List.of(parts[3].split("\n", -1))) {
            String[] pair = attribute.split("=", 2);
            attributes.put(pair[0], pair[1]);
        }
        return new FileRights(parts[0], parts[1], parts[2], attributes);
    }

    Content content() {
        List<String> pairs = new ArrayList<>();
        attributes.forEach((name, value) -> pairs.add(name.replace("=", "\\x3d") + "=" + value));
        return new Content(0, String.join(":", mode, owner, group, String.join("\n", pairs)));
    }

    /** Read what the host says: names and values in hexadecimal. A value may be secret, and long. */
    static SortedMap<String, String> attributes(String said) {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (String one : said.isEmpty() ? new String[0] : said.split(" ", -1)) {
            String[] pair = one.split("=", 2);
            String name = PathName.shown(new String(HexFormat.of().parseHex(pair[0]), StandardCharsets.ISO_8859_1));
            byte[] value = HexFormat.of().parseHex(pair[1]);
            attributes.put(name, name.startsWith(LIST) ? new String(value, StandardCharsets.UTF_8) : digest(value));
        }
        return attributes;
    }

    private static String digest(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** In what later ones are others, in words. */
    Optional<String> differ(FileRights later, boolean link) {
        List<String> words = new ArrayList<>();
        change("owner", shown(owner), shown(later.owner)).ifPresent(words::add);
        change("group", shown(group), shown(later.group)).ifPresent(words::add);
        if (!link) { // nobody asks for the mode of a link
            change("mode", mode, later.mode).ifPresent(words::add);
        }
        TreeSet<String> names = new TreeSet<>(attributes.keySet());
        names.addAll(later.attributes.keySet());
        names.forEach(name -> attribute(name, attributes.get(name), later.attributes.get(name))
                .ifPresent(words::add));
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
    }

    private static Optional<String> change(String what, String was, String is) {
        return was.equals(is) ? Optional.empty() : Optional.of("%s was %s, is %s".formatted(what, was, is));
    }

    private static Optional<String> attribute(String name, @Nullable String was, @Nullable String is) {
        if (Objects.equals(was, is)) {
            return Optional.empty();
        }
        String noun = NOUNS.getOrDefault(name, "extended attribute " + name);
        if (name.startsWith(LIST)) {
            return change(noun, was == null ? "none" : was, is == null ? "none" : is);
        }
        return Optional.of(noun + " " + (is == null ? "is missing" : was == null ? "was not there before" : "differs"));
    }

    private static String shown(String who) {
        return who.startsWith("#") ? who.substring(1) + ", which has no name" : who;
    }
}
