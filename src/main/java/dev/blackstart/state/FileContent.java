package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What a path is and what is in it, apart from whose it is.
 *
 * @param type as {@code find} calls it: {@code f}, {@code d}, {@code l}, {@code p}, {@code b}, {@code c}
 * @param changing whether it changed while it was read, so that nobody can say what was in it
 * @param held the digest of a file, the target of a link, the number of a device
 */
record FileContent(char type, boolean changing, long size, String held) {
    static final String SORT = "path";

    private static final Map<Character, String> TYPES = Map.of(
            'f',
            "file",
            'd',
            "directory",
            'l',
            "symbolic link",
            'p',
            "named pipe",
            'b',
            "block device",
            'c',
            "character device");

    static FileContent of(Content content) {
        String text = content.content();
        int end = text.indexOf(' ');
        return new FileContent(
                text.charAt(0), text.charAt(1) == '~', Long.parseLong(text.substring(2, end)), text.substring(end + 1));
    }

    /** It counts nothing: how long a file is that changes on its own has no bounds. */
    Content content() {
        return new Content(0, type + (changing ? "~" : "=") + size + " " + held);
    }

    /** Of a file, in hexadecimal digits. */
    String sha256() {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(held));
    }

    boolean isDirectory() {
        return type == 'd';
    }

    /** Such as {@code symbolic link}. */
    String noun() {
        return TYPES.getOrDefault(type, "path");
    }

    /** In what a later one is another, in words. What changed while it was read has only to be there. */
    Optional<String> differs(FileContent later) {
        if (type != later.type) {
            return Optional.of("was a %s, is a %s".formatted(noun(), later.noun()));
        }
        if (changing || held.equals(later.held)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (type) {
                    case 'f' -> "content differs, " + sizes(later);
                    case 'l' -> "pointed to %s, points to %s".formatted(held, later.held);
                    default -> "was device %s, is device %s".formatted(held, later.held);
                });
    }

    private String sizes(FileContent later) {
        long longer = later.size - size;
        return longer == 0
                ? "same size"
                : "%,d %s %s"
                        .formatted(
                                Math.abs(longer),
                                Math.abs(longer) == 1 ? "byte" : "bytes",
                                longer > 0 ? "longer" : "shorter");
    }
}
