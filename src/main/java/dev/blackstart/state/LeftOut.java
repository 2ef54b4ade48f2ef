package dev.blackstart.state;

import java.util.ArrayList;
import java.util.List;

/**
 * Says to {@code find} what is not looked at. Patterns are those of a {@code .gitignore} in the directory, without {@code !}:
 * one without a slash is a name at any depth, one with a slash begins at the directory, {@code **} stands for any number of
 * directories, and one that ends with a slash is of directories only. What lies in a directory that is left out is left out.
 */
final class LeftOut {
    private LeftOut() {}

    static List<String> words(List<String> except, String mark) {
        List<String> words = new ArrayList<>();
        // A file system makes it, and not the one who restores; what a check of the file system saved into it counts.
        words.addAll(List.of("(", "-path", "./lost+found", "-type", "d", "-empty", ")"));
        if (!mark.isEmpty()) {
            words.addAll(List.of("-o", "-name", "*" + literal(mark) + "*"));
        }
        for (String pattern : except) {
            words.add("-o");
            words.addAll(pattern(pattern));
        }
        return words;
    }

    private static List<String> pattern(String pattern) {
        boolean directory = pattern.endsWith("/");
        String bare = directory ? pattern.substring(0, pattern.length() - 1) : pattern;
        List<String> words = new ArrayList<>();
        if (directory) {
            words.addAll(List.of("(", "-type", "d"));
        }
        words.addAll(bare.contains("/") ? List.of("-regex", "\\./" + regex(bare)) : List.of("-name", bare));
        if (directory) {
            words.add(")");
        }
        return words;
    }

    private static String literal(String text) {
        return text.replaceAll("[*?\\[\\]\\\\]", "\\\\$0");
    }

    private static String regex(String pattern) {
        String rest = pattern.startsWith("/") ? pattern.substring(1) : pattern;
        StringBuilder regex = new StringBuilder();
        while (!rest.isEmpty()) {
            int taken = 1;
            boolean begins = regex.length() == 0 || regex.charAt(regex.length() - 1) == '/';
            if (begins && rest.startsWith("**/")) {
                regex.append("(.*/)?");
                taken = 3;
            } else if (begins && rest.equals("**")) {
                regex.append(".+");
                taken = 2;
            } else if (rest.startsWith("*")) {
                regex.append("[^/]*");
            } else if (rest.startsWith("?")) {
                regex.append("[^/]");
            } else if (rest.startsWith("[") && rest.indexOf(']', 2) > 0) {
                taken = rest.indexOf(']', 2) + 1;
                regex.append(rest.substring(0, taken).replaceFirst("^\\[!", "[^"));
            } else {
                taken = rest.startsWith("\\") && rest.length() > 1 ? 2 : 1;
                regex.append(rest.substring(taken - 1, taken).replaceAll("[^\\w\\x80-\\uffff/-]", "\\\\$0"));
            }
            rest = rest.substring(taken);
        }
        return regex.toString();
    }
}
