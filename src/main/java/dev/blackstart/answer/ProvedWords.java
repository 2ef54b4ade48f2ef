package dev.blackstart.answer;

import dev.blackstart.drift.KeyProof;
import dev.blackstart.drift.KeyProof.State;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Lines;
import dev.blackstart.terminal.MarkdownText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells who has proved that their keys are in their hands, for the terminal and for a page. */
final class ProvedWords {
    private static final int[] COLUMNS = {12, 22, 66};
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private ProvedWords() {}

    /** Word of whom it is not known; empty where there is nobody like that. */
    static Optional<String> sentence(List<KeyProof> proofs) {
        List<String> open = proofs.stream()
                .filter(proof -> proof.state() != State.PROVED)
                .map(KeyProof::person)
                .distinct()
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of("It is not proved that %s still %s every key of theirs."
                        .formatted(AnswerWords.list(open), open.size() == 1 ? "has" : "have"));
    }

    static void add(List<KeyProof> proofs, Lines lines) {
        if (proofs.isEmpty()) {
            return;
        }
        lines.heading(heading(proofs));
        for (KeyProof proof : proofs) {
            lines.row(style(proof), COLUMNS, state(proof), proof.person(), proof.key());
            lines.indented(COLUMNS[0] + COLUMNS[1], when(proof));
        }
    }

    /** Write the same as lines of Markdown; none where nobody was asked. */
    static List<String> markdown(List<KeyProof> proofs) {
        List<String> page = new ArrayList<>();
        if (!proofs.isEmpty()) {
            page.add(MarkdownText.escaped(heading(proofs)) + ":");
            page.addAll(List.of("", "| proof | who | key | |", "|---|---|---|---|"));
            proofs.forEach(proof -> page.add("| %s | %s | %s | %s |"
                    .formatted(
                            proof.state() == State.PROVED ? state(proof) : "**" + state(proof) + "**",
                            MarkdownText.escaped(proof.person()),
                            MarkdownText.codeInTable(proof.key()),
                            MarkdownText.escaped(when(proof)))));
            page.add("");
        }
        return page;
    }

    private static String heading(List<KeyProof> proofs) {
        return "Proved to be in their owners' hands: %d of %s"
                .formatted(
                        proofs.stream()
                                .filter(proof -> proof.state() == State.PROVED)
                                .count(),
                        Counts.of(proofs.size(), "key"));
    }

    private static String style(KeyProof proof) {
        return switch (proof.state()) {
            case PROVED -> "bold,green";
            case ASKED, UNASKED -> "bold,yellow";
            case STALE, REFUSED, REVOKED -> "bold,red";
        };
    }

    private static String state(KeyProof proof) {
        return proof.state().name().toLowerCase(Locale.ROOT);
    }

    private static String when(KeyProof proof) {
        List<String> words = new ArrayList<>();
        proof.part()
                .filter(part -> !part.equals(proof.key()))
                .ifPresent(part -> words.add("subkey " + part.substring(Math.max(0, part.length() - 16))));
        proof.proved().ifPresent(day -> words.add("proved after " + day(day)));
        proof.until()
                .ifPresent(day -> words.add(
                        (proof.state() == State.STALE ? "which counted until " : "counts until ") + day(day)));
        proof.asked().ifPresent(day -> words.add("asked on " + day(day)));
        proof.challenge().ifPresent(file -> words.add(file.toString()));
        return words.isEmpty() ? "cannot be asked" : String.join(", ", words);
    }

    private static String day(Instant instant) {
        return DAY.format(instant);
    }
}
