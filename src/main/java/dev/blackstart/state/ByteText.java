package dev.blackstart.state;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Reads bytes as the text that they are; where they are none, those that are not ASCII stand as in {@code \xff}. */
final class ByteText {
    private static final int ASCII = 0x80;

    private ByteText() {}

    static String of(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            StringBuilder escaped = new StringBuilder();
            for (byte one : bytes) {
                int code = Byte.toUnsignedInt(one);
                escaped.append(code < ASCII ? String.valueOf((char) code) : "\\x%02x".formatted(code));
            }
            return escaped.toString();
        }
    }

    static String ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }
}
