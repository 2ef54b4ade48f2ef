package dev.blackstart.answer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes a path as a part of a URI reference (RFC 3986), where spaces and signs of other meanings are encoded. */
final class UriPath {
    private static final String PLAIN = "-._~/!$&'()*+,;=@";

    private UriPath() {}

    /** Write it; {@code ../} stays, as code hosts resolve it against the repository. */
    static String of(Path path) {
        StringBuilder uri = new StringBuilder();
        for (byte octet : path.toString().getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (octet & 0xFF);
            if (sign < 0x80 && (Character.isLetterOrDigit(sign) || PLAIN.indexOf(sign) >= 0)) {
                uri.append(sign);
            } else {
                uri.append("%%%02X".formatted((int) sign));
            }
        }
        return uri.toString();
    }
}
