package dev.blackstart.answer;

import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Lines;
import dev.blackstart.terminal.MarkdownText;
import java.util.ArrayList;
import java.util.List;

/** Tells what one person opens, for the terminal and for a page; nothing of it is cut off. */
final class PersonWords {
    private static final int[] COLUMNS = {12, 30, 58};

    private final PersonAnswer answer;

    PersonWords(PersonAnswer answer) {
        this.answer = answer;
    }

    /** Word what is urgent first: what was to be closed and is not, and what was to be open and is not. */
    List<String> sentences() {
        String person = answer.person();
        List<String> sentences = new ArrayList<>();
        List<String> surplus = answer.alone().stream()
                .filter(one -> !one.against().isEmpty())
                .map(PersonAnswer.Alone::secret)
                .toList();
        if (!surplus.isEmpty()) {
            sentences.add("%s opens %s, and is not to: change %s."
                    .formatted(
                            person,
                            Counts.of(surplus.size(), "secret"),
                            surplus.size() == 1 ? "it, once it is closed" : "them, once they are closed"));
        }
        long closed =
                answer.closed().stream().filter(PersonAnswer.Closed::known).count();
        if (closed > 0) {
            sentences.add("%s is to open %s and cannot.".formatted(person, Counts.of(closed, "secret")));
        }
        if (closed < answer.closed().size()) {
            sentences.add("It is not known whether %s opens %s as intended."
                    .formatted(person, Counts.of(answer.closed().size() - closed, "secret")));
        }
        String together = answer.together().isEmpty()
                ? ""
                : ", and %d more with others who need %s"
                        .formatted(answer.together().size(), person);
        sentences.add("%s opens %s alone%s."
                .formatted(person, Counts.of(answer.alone().size(), "secret"), together));
        return sentences;
    }

    void add(Lines lines) {
        sentences().forEach(lines::warning);
        if (!rows().isEmpty()) {
            lines.heading("What " + answer.person() + " opens");
            rows().forEach(row ->
                    lines.row(row.good() ? "green" : "bold,red", COLUMNS, row.state(), row.secret(), row.how()));
        }
    }

    /** Write the same as lines of Markdown. */
    List<String> markdown() {
        List<String> page = new ArrayList<>();
        sentences().forEach(sentence -> page.add("- " + MarkdownText.escaped(sentence)));
        page.add("");
        if (!rows().isEmpty()) {
            page.addAll(List.of("| | secret | how |", "|---|---|---|"));
            rows().forEach(row -> page.add("| %s | %s | %s |"
                    .formatted(
                            row.good() ? row.state() : "**" + row.state() + "**",
                            MarkdownText.codeInTable(row.secret()),
                            MarkdownText.escaped(row.how()))));
            page.add("");
        }
        return page;
    }

    private record Row(boolean good, String state, String secret, String how) {}

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        answer.alone().stream()
                .filter(one -> !one.against().isEmpty())
                .map(this::opened)
                .forEach(rows::add);
        answer.closed().stream()
                .map(one -> new Row(
                        false,
                        one.known() ? "closed" : "not known",
                        one.secret(),
                        "named by " + String.join(" and ", one.by())))
                .forEach(rows::add);
        answer.alone().stream()
                .filter(one -> one.against().isEmpty())
                .map(this::opened)
                .forEach(rows::add);
        answer.together().stream()
                .map(one -> new Row(
                        true,
                        "together",
                        one.secret(),
                        "with %s: %s".formatted(one.others(), AnswerWords.wholeChoice(one.who()))))
                .forEach(rows::add);
        return rows;
    }

    private Row opened(PersonAnswer.Alone one) {
        List<String> how = new ArrayList<>();
        if (!one.against().isEmpty()) {
            how.add("not named by " + String.join(" and ", one.against()));
        }
        if (!one.keys().isEmpty()) {
            how.add("by " + String.join(" and ", one.keys()));
        }
        if (Copies.isWorthTelling(one.path())) {
            how.add("by way of " + AnswerWords.path(one.path()));
        }
        return new Row(
                one.against().isEmpty(),
                one.against().isEmpty() ? "alone" : "change",
                one.secret(),
                String.join("; ", how));
    }
}
