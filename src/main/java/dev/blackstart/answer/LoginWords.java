package dev.blackstart.answer;

import dev.blackstart.drift.Login;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Lines;
import dev.blackstart.terminal.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells who may log in to servers, for the terminal and for a page. */
final class LoginWords {
    private static final int[] COLUMNS = {12, 22, 66};

    private LoginWords() {}

    static void add(List<Login> logins, Lines lines) {
        if (logins.isEmpty()) {
            return;
        }
        lines.heading(heading(logins));
        for (Login login : logins) {
            lines.row(style(login), COLUMNS, state(login), who(login), key(login));
            more(login).forEach(more -> lines.indented(COLUMNS[0] + COLUMNS[1], more));
        }
    }

    /** Write the same as lines of Markdown; none where no server was asked. */
    static List<String> markdown(List<Login> logins) {
        List<String> page = new ArrayList<>();
        if (!logins.isEmpty()) {
            page.add(MarkdownText.escaped(heading(logins)) + ":");
            page.addAll(List.of("", "| login | who | key | |", "|---|---|---|---|"));
            logins.forEach(login -> page.add("| %s | %s | %s | %s |"
                    .formatted(
                            state(login),
                            MarkdownText.escaped(who(login)),
                            MarkdownText.codeInTable(key(login)),
                            MarkdownText.escaped(String.join("; ", more(login))))));
            page.add("");
        }
        return page;
    }

    private static String heading(List<Login> logins) {
        long restricted = count(logins, Login.State.RESTRICTED);
        long people = logins.stream()
                .filter(login -> login.state() == Login.State.FULL)
                .flatMap(login -> login.person().stream())
                .distinct()
                .count();
        return "Who may log in: %s in full%s%s"
                .formatted(
                        Counts.of(count(logins, Login.State.FULL), "key"),
                        people > 0 ? ", of " + Counts.of(people, "known person", "known people") : "",
                        restricted > 0 ? "; " + restricted + " restricted" : "");
    }

    private static long count(List<Login> logins, Login.State state) {
        return logins.stream()
                .filter(login -> login.state() == state)
                .map(Login::fingerprint)
                .distinct()
                .count();
    }

    private static String style(Login login) {
        return login.state() == Login.State.FULL ? "bold" : "faint";
    }

    /** Word that somebody may log in, by which key, and within which limits. */
    static String sentence(Login login) {
        List<String> limits = new ArrayList<>();
        if (!login.restrictions().isEmpty()) {
            limits.add(" only with " + String.join(", ", login.restrictions()));
        }
        login.until().ifPresent(end -> limits.add(" until " + end));
        String comment = login.comment().isEmpty() ? "" : " (" + login.comment() + ")";
        return "%s may log in by %s%s%s".formatted(who(login), key(login), comment, String.join(",", limits));
    }

    static String state(Login login) {
        return login.state().name().toLowerCase(Locale.ROOT);
    }

    private static String who(Login login) {
        return login.state() == Login.State.AUTHORITY
                ? "its certificates"
                : login.person().orElse("unknown");
    }

    private static String key(Login login) {
        return login.key() + " " + login.fingerprint();
    }

    private static List<String> more(Login login) {
        List<String> more = new ArrayList<>();
        more.add((login.place().fileAndLine() + "  " + login.comment()).strip());
        if (!login.restrictions().isEmpty()) {
            more.add("only with " + String.join(", ", login.restrictions()));
        }
        login.until()
                .map(end -> (login.state() == Login.State.EXPIRED ? "refused since " : "until ") + end)
                .ifPresent(more::add);
        return more;
    }
}
