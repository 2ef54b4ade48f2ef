package dev.blackstart.state;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Shows the name of a path on one line, such that two names are never shown alike: control characters, what nobody can see,
 * bytes that are no UTF-8 and the backslash itself as in a shell's {@code $'…'}.
 */
final class PathName {
    private PathName() {}

    /** @param name a byte a character */
    static String shown(String name) {
        return plain(name) ? name : escaped(name.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What a tool said, of which it came a byte a character. */
    static String text(String said) {
        return new String(said.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static boolean plain(String name) {
        for (int at = 0; at < name.length(); at++) {
            char one = name.charAt(at);
            if (one < ' ' || one > '~' || one == '\\') {
                return false;
            }
        }
        return true;
    }

    private static String escaped(byte[] name) {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < name.length; ) {
            int length = character(name, at);
            String text = new String(name, at, length, StandardCharsets.UTF_8);
            shown.append(
                    text.equals("\uFFFD") && length == 1
                            ? "\\x%02x".formatted(name[at])
                            : visible(text.codePointAt(0)));
            at += length;
        }
        return Normalizer.isNormalized(shown, Normalizer.Form.NFC) ? shown.toString() : decomposed(shown.toString());
    }

    /** How many bytes the character has that begins here: 1 where none does. */
    private static int character(byte[] name, int at) {
        for (int length = 1; length <= 4 && at + length <= name.length; length++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name, at, length));
                return length;
            } catch (CharacterCodingException e) {
                // it is longer, or none
            }
        }
        return 1;
    }

    private static String visible(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            default ->
                switch (Character.getType(character)) {
                    case Character.CONTROL -> character < 0x80 ? "\\x%02x".formatted(character) : escape(character);
                    case Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> escape(character);
                    default -> Character.toString(character);
                };
        };
    }

    /** What macOS makes of an accented letter looks like the letter, and is another name. */
    private static String decomposed(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints()
                .forEach(one -> shown.append(
                        Character.getType(one) == Character.NON_SPACING_MARK ? escape(one) : Character.toString(one)));
        return shown.toString();
    }

    private static String escape(int character) {
        return (character > 0xffff ? "\\U%08x" : "\\u%04x").formatted(character);
    }
}
