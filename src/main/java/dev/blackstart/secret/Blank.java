package dev.blackstart.secret;

/** Decides which characters may be strewn into a value: line breaks of {@code base64}, indentation of YAML. */
final class Blank {
    private Blank() {}

    static boolean is(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    static String without(String text) {
        StringBuilder solid = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!is(c)) {
                solid.append(c);
            }
        }
        return solid.toString();
    }

    static String trim(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && is(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }
}
