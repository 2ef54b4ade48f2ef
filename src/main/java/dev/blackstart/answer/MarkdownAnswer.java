package dev.blackstart.answer;

import dev.blackstart.access.AccessAnswer;
import dev.blackstart.access.Numbers;
import dev.blackstart.access.OpeningSize;
import dev.blackstart.access.Remaining;
import dev.blackstart.access.Remaining.Still;
import dev.blackstart.access.RunbookAccess;
import dev.blackstart.access.SecretAccess;
import dev.blackstart.finding.Finding;
import dev.blackstart.terminal.MarkdownText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Renders the answer for a wiki or a pull request. */
final class MarkdownAnswer {
    private final AccessAnswer access;
    private final StringBuilder page = new StringBuilder();

    private MarkdownAnswer(AccessAnswer access) {
        this.access = access;
    }

    static String render(Answer answer) {
        MarkdownAnswer markdown = new MarkdownAnswer(answer.access());
        markdown.line("## Who can open what: " + MarkdownText.escaped(answer.name()));
        markdown.line("");
        answer.person().ifPresent(person -> new PersonWords(person).markdown().forEach(markdown::line));
        answer.remaining().ifPresent(markdown::remaining);
        Sentences.of(answer).forEach(sentence -> markdown.line("- " + MarkdownText.escaped(sentence)));
        markdown.line("");
        if (!answer.access().secretAccess().isEmpty()) {
            markdown.secrets();
            markdown.runbooks();
            markdown.singlePoints();
            markdown.cutSets();
        }
        LoginWords.markdown(answer.logins()).forEach(markdown::line);
        ProvedWords.markdown(answer.proofs()).forEach(markdown::line);
        markdown.findings(answer.findings());
        return markdown.page.toString().stripTrailing() + "\n";
    }

    private void remaining(Remaining remaining) {
        line("Without " + MarkdownText.escaped(AnswerWords.list(remaining.without())) + ":");
        line("");
        line("| | | |");
        line("|---|---|---|");
        remaining.secrets().forEach(one -> state("secret", one.name(), still(one.still())));
        remaining.runbooks().forEach(one -> state("runbook", one.name(), one.possible() ? "possible" : "**stuck**"));
        remaining.drills().forEach(one -> state("drill", one.name(), one.possible() ? "possible" : "**stuck**"));
        line("");
    }

    private static String still(Still still) {
        return switch (still) {
            case OPEN -> "open";
            case CLOSED -> "**closed**";
            case UNTOLD -> "**not known**";
        };
    }

    private void state(String what, String name, String state) {
        line("| %s | %s | %s |".formatted(what, MarkdownText.codeInTable(name), state));
    }

    private void secrets() {
        line("| bus factor | secret | opened by as few as | locked by losing |");
        line("|---:|---|---|---|");
        for (SecretAccess secret : Order.secrets(access)) {
            row(
                    secret.name(),
                    secret.numbers(),
                    path(secret.numbers().openingSize()) + untold(secret.untold()) + named(secret));
        }
        line("");
    }

    private static String path(Optional<OpeningSize> opening) {
        return opening.map(OpeningSize::path)
                .filter(Copies::isWorthTelling)
                .map(path -> "<br>by way of " + MarkdownText.escaped(AnswerWords.path(path)))
                .orElse("");
    }

    private static String named(SecretAccess secret) {
        return secret.named().map(Phrases::named).map("<br>"::concat).orElse("");
    }

    private static String untold(Set<String> who) {
        return who.isEmpty() ? "" : "<br>depends on: " + MarkdownText.escaped(String.join("; ", who));
    }

    private void runbooks() {
        if (access.runbookAccess().isEmpty()) {
            return;
        }
        line("| bus factor | runbook | followed by as few as | stopped by losing |");
        line("|---:|---|---|---|");
        for (RunbookAccess page : Order.runbooks(access)) {
            row(
                    page.name(),
                    page.numbers(),
                    page.unclear().isEmpty() ? "" : "<br>more may be needed: not all of it can be told");
        }
        line("");
    }

    private void row(String name, Numbers numbers, String more) {
        String size = numbers.busFactor().size().toString();
        line("| %s | %s | %s%s | %s |"
                .formatted(
                        numbers.busFactor().size().least() < 2 ? "**" + size + "**" : size,
                        MarkdownText.codeInTable(name),
                        MarkdownText.escaped(Phrases.opens(numbers)),
                        more,
                        MarkdownText.escaped(Phrases.locks(numbers))));
    }

    private void singlePoints() {
        if (access.singlePoints().isEmpty()) {
            return;
        }
        line("| single point | what is lost with it |");
        line("|---|---|");
        access.singlePoints()
                .forEach(point -> line("| %s | %s |"
                        .formatted(
                                MarkdownText.escaped(Phrases.title(point)),
                                MarkdownText.escaped(Phrases.lost(point, access)))));
        line("");
    }

    private void cutSets() {
        line(MarkdownText.escaped(Phrases.cuts(access.system().cutSets())) + ":");
        line("");
        Phrases.listed(access.system().cutSets()).forEach(cut -> line("- " + MarkdownText.escaped(cut)));
        line("");
    }

    private void findings(List<Finding> findings) {
        findings.forEach(finding -> line("- **%s** `%s` %s<br>%s<br>Hint: %s"
                .formatted(
                        finding.severity().name().toLowerCase(java.util.Locale.ROOT),
                        finding.code().word(),
                        MarkdownText.escaped(finding.message()),
                        MarkdownText.code(finding.place().fileAndLine()),
                        MarkdownText.escaped(finding.hint()))));
    }

    private void line(String line) {
        page.append(line).append('\n');
    }
}
