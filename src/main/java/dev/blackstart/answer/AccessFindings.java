package dev.blackstart.answer;

import dev.blackstart.access.AccessAnswer;
import dev.blackstart.access.BusFactor;
import dev.blackstart.access.RunbookAccess;
import dev.blackstart.access.SecretAccess;
import dev.blackstart.finding.Code;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Finds in an answer what somebody must act on, or know. */
public final class AccessFindings {
    private static final String TOO_LONG = "make openedBy simpler: quorums that share people are what takes long.";

    private final int wanted;
    private final String letIn;
    private final List<Finding> findings = new ArrayList<>();

    private AccessFindings(int wanted, String letIn) {
        this.wanted = wanted;
        this.letIn = letIn;
    }

    /**
     * List them, worst first.
     *
     * @param wanted the bus factor that everything must have at least; 0 where none was asked for
     */
    public static List<Finding> of(AccessAnswer access, int wanted) {
        return of(
                access,
                wanted,
                "name people under openedBy who need no other secret for it: a host may be lost with it, and"
                        + " secrets that open only each other open for nobody.");
    }

    /** List those of secrets that are files: no document lets anybody in whom the file itself does not. */
    static List<Finding> ofFiles(AccessAnswer access, int wanted) {
        return of(
                access,
                wanted,
                "bring the file back from a backup, or have somebody who knows what it holds write it anew: all the"
                        + " keys together that it names do not open it.");
    }

    private static List<Finding> of(AccessAnswer access, int wanted, String letIn) {
        AccessFindings found = new AccessFindings(wanted, letIn);
        access.secretAccess().forEach(found::secret);
        access.runbookAccess().forEach(found::runbook);
        return found.findings.stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    private void secret(SecretAccess secret) {
        BusFactor factor = secret.numbers().busFactor();
        if (!secret.numbers().opens()) {
            add(AnswerCode.OPENED_BY_NOBODY, secret.place(), "nobody can open " + secret.name(), letIn);
        } else {
            factor(factor, secret.place(), secret.name(), secret.name() + " cannot be opened", untold(secret.untold()));
        }
        Copies.opened(secret)
                .ifPresent(copy -> add(
                        AnswerCode.OPENED_BY_COPY,
                        secret.place(),
                        AnswerWords.decapitalized(copy.sentence()),
                        "remove the copy, or have it opened by as many as " + copy.home() + " asks for."));
    }

    private void runbook(RunbookAccess page) {
        Place top = Place.start(page.file());
        if (!page.numbers().opens()) {
            add(
                    AnswerCode.FOLLOWED_BY_NOBODY,
                    top,
                    "nobody can open all that %s needs: %s".formatted(page.name(), AnswerWords.list(page.secrets())),
                    "name people under openedBy of the secrets that nobody can open.");
        } else {
            factor(page.numbers().busFactor(), top, page.name(), page.name() + " cannot be followed", TOO_LONG);
        }
        page.unclear()
                .forEach(place -> add(
                        wanted > 0 ? AnswerCode.NEEDS_UNTOLD : AnswerCode.NEEDS_UNTOLD.unasked(),
                        place,
                        "which secret is opened here cannot be told from the page",
                        "spell the name out: without it the bus factor of the page may be lower than shown."));
    }

    /** @param why to do what about a number that is not known */
    private void factor(BusFactor factor, Place place, String name, String consequence, String why) {
        boolean known = factor.size().exact();
        if (wanted > 0 && factor.size().below(wanted)) {
            add(
                    AnswerCode.BUS_FACTOR_LOW,
                    place,
                    "without %s, %s: a bus factor of %d, and %d is wanted"
                            .formatted(
                                    AnswerWords.choice(factor.cut()),
                                    consequence,
                                    factor.size().most().orElseThrow(),
                                    wanted),
                    "let more people open it, each with a key of their own.");
        } else if (wanted > 0 && !factor.atLeast(wanted)) {
            add(AnswerCode.BUS_FACTOR_UNTOLD, place, "%s, and %d is wanted".formatted(only(factor, name), wanted), why);
        } else if (!known && why.equals(TOO_LONG)) { // of what is untold, the files' own findings tell
            add(AnswerCode.BUS_FACTOR_UNTOLD.unasked(), place, only(factor, name), why);
        } else if (wanted == 0 && known && factor.size().least() == 1) {
            add(
                    AnswerCode.BUS_FACTOR_ONE,
                    place,
                    "without %s, %s".formatted(AnswerWords.choice(factor.cut()), consequence),
                    "let one more person open it, with a key of their own.");
        }
    }

    private static String only(BusFactor factor, String name) {
        boolean something = factor.size().least() > 0 || factor.size().most().isPresent();
        return something
                ? "the bus factor of %s is only known to be %s".formatted(name, factor.size())
                : "the bus factor of %s is not known".formatted(name);
    }

    private static String untold(Set<String> who) {
        return who.isEmpty()
                ? TOO_LONG
                : "find out who that is: %s; the findings of the file say how.".formatted(String.join("; ", who));
    }

    private void add(Code code, Place place, String message, String hint) {
        findings.add(new Finding(code, place, message, hint));
    }
}
