package dev.blackstart.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code xxd}, {@code od} and {@code hexdump} print, whose addresses and second columns stand between the
 * parts of a value: each line gives its bytes, and lines that follow each other are one run of them. Words of several
 * bytes are read from either end.
 */
final class Dumps {
    private static final Pattern ADDRESS = Pattern.compile("\\s{0,8}([0-9A-Fa-f]{6,16})(?::|(?=\\s|$))");

    /** Four columns a byte, as {@code od -c} has them: a character, an escape or three octal digits. */
    private static final Pattern CHARACTERS = Pattern.compile("(?: {3}[ -~]|  \\\\[0abfnrtv\\\\]| [0-7]{3})+ *");

    private static final Pattern WORD = Pattern.compile("(?:0x|\\\\x)?([0-9A-Fa-f]{2,16})");

    /** What may stand between two words; {@code hexdump -C} leaves two blanks in the middle of a line. */
    private static final Pattern GAP = Pattern.compile("[\\s,:]{0,2}");

    private static final Pattern COLUMN = Pattern.compile("\\s{2,}\\S|\\s*[|>]");

    private static final int MIDDLE = 8;

    private final Windows windows;

    Dumps(Windows windows) {
        this.windows = windows;
    }

    /** A byte that was printed. */
    private record Printed(int value, Line line, int begin, int end) {}

    /** A line, and where its second column begins that shows the same as text; at its end where it has none. */
    private record Line(int column, int end) {}

    /** Tell of each part of a line that shows a secret. */
    void find(CharSequence text, Sieve.Sink sink) {
        if (windows.isEmpty()) {
            return;
        }
        Run forwards = new Run(sink);
        Run backwards = new Run(sink);
        int begin = 0;
        for (String shown : text.toString().split("\n", -1)) {
            List<List<Printed>> words = words(shown, begin);
            if (words.isEmpty() && !ADDRESS.matcher(shown).matches()) {
                forwards.restart();
                backwards.restart();
            }
            for (List<Printed> word : words) {
                word.forEach(forwards::take);
                for (int i = word.size() - 1; i >= 0; i--) {
                    backwards.take(word.get(i));
                }
            }
            begin += shown.length() + 1;
        }
    }

    private static List<List<Printed>> words(String shown, int begin) {
        Matcher address = ADDRESS.matcher(shown);
        int from = address.lookingAt() && isAddress(shown, address) ? address.end() : 0;
        List<List<Printed>> words = new ArrayList<>();
        if (CHARACTERS.matcher(shown).region(from, shown.length()).matches()) {
            Line line = new Line(begin + shown.length(), begin + shown.length());
            for (int cell = from; cell + 4 <= shown.length(); cell += 4) {
                int value = character(shown.substring(cell, cell + 4));
                words.add(List.of(new Printed(value, line, begin + cell, begin + cell + 4)));
            }
            return words;
        }
        int at = from;
        while (at < shown.length() && (Character.isWhitespace(shown.charAt(at)) || shown.charAt(at) == ':')) {
            at++;
        }
        List<int[]> places = new ArrayList<>();
        int end = at;
        Matcher gap = GAP.matcher(shown);
        Matcher word = WORD.matcher(shown);
        int size = 0;
        while (word.region(at, shown.length()).lookingAt() && ends(shown, word.end())) {
            int length = word.end(1) - word.start(1);
            if (size > 0 && (length > size || (length < size && size == 3))) {
                break;
            }
            size = Math.max(size, length);
            places.add(new int[] {word.start(1), word.end(1)});
            end = word.end();
            gap.region(end, shown.length()).lookingAt();
            boolean column = gap.group().equals("  ") && (size > 2 || places.size() != MIDDLE);
            at = column ? shown.length() : gap.end();
        }
        Matcher column = COLUMN.matcher(shown).region(end, shown.length());
        Line line = new Line(begin + (column.lookingAt() ? end : shown.length()), begin + shown.length());
        for (int[] place : places) {
            words.add(bytes(shown.substring(place[0], place[1]), line, begin + place[0]));
        }
        return words;
    }

    /** A word may be no part of a longer one. */
    private static boolean ends(String shown, int at) {
        return at == shown.length() || !Character.isLetterOrDigit(shown.charAt(at));
    }

    /** Seven digits, a colon, or words behind it that are not as long; alone it is where a dump ends. */
    private static boolean isAddress(String shown, Matcher address) {
        int length = address.end(1) - address.start(1);
        String rest = shown.substring(address.end()).strip();
        return length == 7
                || shown.charAt(address.end() - 1) == ':'
                || rest.isEmpty()
                || !rest.matches("[0-9A-Fa-f]{" + length + "}(\\s.*)?");
    }

    private static List<Printed> bytes(String digits, Line line, int begin) {
        if (digits.matches("[01]{8}")) {
            return List.of(new Printed(Integer.parseInt(digits, 2), line, begin, begin + 8));
        }
        if (digits.matches("[0-3][0-7]{2}")) {
            return List.of(new Printed(Integer.parseInt(digits, 8), line, begin, begin + 3));
        }
        if (digits.matches("[01][0-7]{5}")) {
            int value = Integer.parseInt(digits, 8);
            return List.of(
                    new Printed(value >> 8, line, begin, begin + 6), new Printed(value & 0xff, line, begin, begin + 6));
        }
        List<Printed> bytes = new ArrayList<>();
        for (int i = 0; i + 2 <= digits.length(); i += 2) {
            int value = Integer.parseInt(digits.substring(i, i + 2), 16);
            bytes.add(new Printed(value, line, begin + i, begin + i + 2));
        }
        return bytes;
    }

    private static int character(String cell) {
        String shown = cell.strip();
        if (shown.length() == 3) {
            return Integer.parseInt(shown, 8) & 0xff;
        }
        if (shown.length() == 2) {
            return "\0\7\b\f\n\r\t\13\\".charAt("0abfnrtv\\".indexOf(shown.charAt(1)));
        }
        return shown.isEmpty() ? ' ' : shown.charAt(0);
    }

    /** Bytes that follow each other. */
    private final class Run {
        private final Windows.Reader reader = windows.reader();
        private final Sieve.Sink sink;
        private final Printed[] last = new Printed[Math.max(1, windows.longest())];
        private int taken;

        Run(Sieve.Sink sink) {
            this.sink = sink;
        }

        void restart() {
            reader.restart();
            taken = 0;
        }

        void take(Printed printed) {
            if (Blank.is((char) printed.value())) {
                return;
            }
            last[taken++ % last.length] = printed;
            int length = reader.next((char) printed.value());
            if (length > 0) {
                tell(reader.shape(length), length);
            }
        }

        private void tell(Shape shape, int length) {
            for (int i = length; i > 0; ) {
                Line line = last[(taken - i) % last.length].line();
                int begin = Integer.MAX_VALUE;
                int end = 0;
                for (; i > 0 && last[(taken - i) % last.length].line().equals(line); i--) {
                    begin = Math.min(begin, last[(taken - i) % last.length].begin());
                    end = Math.max(end, last[(taken - i) % last.length].end());
                }
                sink.found(shape, begin, line.column() < line.end() ? line.end() : end);
            }
        }
    }
}
