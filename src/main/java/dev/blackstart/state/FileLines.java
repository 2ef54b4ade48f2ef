package dev.blackstart.state;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Takes what a script says line by line and hands over the fields of each, a byte a character; keeps none of it. */
final class FileLines extends OutputStream {
    private final Consumer<String[]> line;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    FileLines(Consumer<String[]> line) {
        this.line = line;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        for (int at = offset; at < offset + length; at++) {
            if (bytes[at] == '\n') {
                begun.write(bytes, from, at - from);
                line.accept(fields(begun.toString(StandardCharsets.ISO_8859_1)));
                begun.reset();
                from = at + 1;
            }
        }
        begun.write(bytes, from, offset + length - from);
    }

    private static String[] fields(String line) {
        String[] fields = line.split("\0", -1);
        if (line.indexOf('\\') >= 0) {
            for (int at = 0; at < fields.length; at++) {
                fields[at] = unescaped(fields[at]);
            }
        }
        return fields;
    }

    /** A backslash before another is one, before an {@code n} an end of line. */
    private static String unescaped(String field) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < field.length(); at++) {
            char one = field.charAt(at);
            if (one != '\\' || ++at == field.length()) {
                text.append(one);
            } else {
                text.append(field.charAt(at) == 'n' ? '\n' : field.charAt(at));
            }
        }
        return text.toString();
    }
}
