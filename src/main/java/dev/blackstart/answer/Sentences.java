package dev.blackstart.answer;

import dev.blackstart.access.AccessAnswer;
import dev.blackstart.access.SecretAccess;
import dev.blackstart.drift.DriftCode;
import dev.blackstart.finding.Finding;
import dev.blackstart.terminal.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says in sentences what is worst. */
final class Sentences {
    /** More of a kind would not be read; the tables have them all. */
    private static final int SHOWN = 3;

    private Sentences() {}

    /** Who left or came is said before anything else, and what is not known before what is. */
    static List<String> of(Answer answer) {
        List<String> sentences = new ArrayList<>(urgent(answer));
        ProvedWords.sentence(answer.proofs()).ifPresent(sentences::add);
        untold(answer).ifPresent(sentences::add);
        sentences.addAll(wider(answer));
        sentences.addAll(of(answer.access()));
        sentences.addAll(notAsked(answer));
        return sentences;
    }

    /** Word who opens what they should not, and who cannot open what they should. */
    static List<String> urgent(Answer answer) {
        List<String> opens = answer.strays().stream()
                .filter(stray -> !stray.opens().isEmpty())
                .map(stray -> "%s still opens %s, and no list or document names them for it: %s."
                        .formatted(stray.person(), secrets(stray.opens()), AnswerWords.list(stray.opens())))
                .toList();
        List<String> lacks = answer.strays().stream()
                .filter(stray -> !stray.lacks().isEmpty())
                .map(stray -> "%s cannot open %s, although a list or document names them: %s."
                        .formatted(stray.person(), secrets(stray.lacks()), AnswerWords.list(stray.lacks())))
                .toList();
        return Stream.of(opens, lacks).flatMap(Sentences::shortened).toList();
    }

    /** Word which files fewer people open than any document asks for, such as a copy of what lies in a vault. */
    private static List<String> wider(Answer answer) {
        List<Finding> wider = answer.findings().stream()
                .filter(finding -> finding.code() == DriftCode.WIDER_THAN_DOCUMENTED)
                .toList();
        List<String> sentences = new ArrayList<>(wider.stream()
                .limit(SHOWN)
                .map(finding -> "%s: %s.".formatted(finding.place().file(), finding.message()))
                .toList());
        if (wider.size() > SHOWN) {
            sentences.add("And %d more files like these; see the findings.".formatted(wider.size() - SHOWN));
        }
        return sentences;
    }

    private static String secrets(Set<String> names) {
        return Counts.of(names.size(), "secret");
    }

    private static Stream<String> shortened(List<String> sentences) {
        int more = sentences.size() - SHOWN;
        return more <= 0
                ? sentences.stream()
                : Stream.concat(
                        sentences.stream().limit(SHOWN),
                        Stream.of("And %d more people like these; see the findings.".formatted(more)));
    }

    /** Word which stores the answer does not speak of. */
    static List<String> notAsked(Answer answer) {
        return answer.findings().stream()
                .filter(finding -> finding.code() == DriftCode.NOT_ASKED)
                .map(finding -> AnswerWords.sentence(finding.message()))
                .toList();
    }

    /** Word that an answer is not complete, and why. */
    static Optional<String> untold(Answer answer) {
        if (!answer.told()) {
            return Optional.of(
                    "Not everything could be told: the findings say what; more may be open, or lost, than is shown.");
        }
        return answer.complete()
                ? Optional.empty()
                : Optional.of("Not every number could be told in time: where it could not, its bounds are given.");
    }

    /** Word what nobody can open, what hangs on one person, what a copy undoes, and what the next loss locks out. */
    private static List<String> of(AccessAnswer access) {
        List<Loss> losses = Loss.all(access);
        int least = losses.stream()
                .mapToInt(Loss::least)
                .filter(size -> size > 0)
                .min()
                .orElse(0);
        List<String> sentences = new ArrayList<>(closed(access));
        sentences.addAll(worded(access, losses.stream().filter(loss -> least > 0 && loss.least() == least)));
        sentences.addAll(copies(access));
        return sentences;
    }

    private static List<String> worded(AccessAnswer access, Stream<Loss> losses) {
        List<Loss> all = losses.toList();
        List<String> worded = new ArrayList<>(
                all.stream().limit(SHOWN).map(loss -> loss.sentence(access)).toList());
        if (all.size() > SHOWN) {
            worded.add("And %d more like these; see below.".formatted(all.size() - SHOWN));
        }
        return worded;
    }

    private static List<String> closed(AccessAnswer access) {
        List<String> closed = access.secretAccess().stream()
                .filter(secret -> !secret.numbers().opens())
                .map(SecretAccess::name)
                .toList();
        return closed.isEmpty()
                ? List.of()
                : List.of("Nobody can open %s, not even everybody together.".formatted(AnswerWords.list(closed)));
    }

    private static List<String> copies(AccessAnswer access) {
        return access.secretAccess().stream()
                .flatMap(secret -> Copies.opened(secret).stream())
                .limit(SHOWN)
                .map(Copies::sentence)
                .toList();
    }
}
