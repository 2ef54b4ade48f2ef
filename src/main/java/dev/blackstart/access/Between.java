package dev.blackstart.access;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is true whichever way the untold turns out: between an answer without all of it, and one with. */
final class Between {
    private final Untold untold;

    Between(Untold untold) {
        this.untold = untold;
    }

    /**
     * Puts two answers about the same secrets together.
     *
     * @param known where nobody is behind what is untold
     * @param possible where it is open to all
     */
    AccessAnswer of(AccessAnswer known, AccessAnswer possible) {
        List<SecretAccess> secrets = new ArrayList<>();
        for (int i = 0; i < known.secretAccess().size(); i++) {
            secrets.add(of(known.secretAccess().get(i), possible.secretAccess().get(i)));
        }
        List<RunbookAccess> runbooks = new ArrayList<>();
        for (int i = 0; i < known.runbookAccess().size(); i++) {
            RunbookAccess page = known.runbookAccess().get(i);
            runbooks.add(new RunbookAccess(
                    page.name(),
                    page.file(),
                    page.secrets(),
                    page.unclear(),
                    of(page.numbers(), possible.runbookAccess().get(i).numbers())));
        }
        return new AccessAnswer(
                known.inventory(),
                known.people(),
                of(known.system(), possible.system()),
                known.runbooks().flatMap(least -> possible.runbooks().map(most -> of(least, most))),
                secrets,
                runbooks,
                possible.singlePoints()); // what locks even then, always does
    }

    private SecretAccess of(SecretAccess known, SecretAccess possible) {
        Numbers numbers = of(known.numbers(), possible.numbers());
        return new SecretAccess(
                known.name(),
                known.purpose(),
                known.stores(),
                known.alsoOn(),
                numbers,
                Optional.empty(),
                numbers.equals(known.numbers()) ? Set.of() : untold.behind(known.name()),
                known.place());
    }

    private static Numbers of(Numbers known, Numbers possible) {
        return known.equals(possible)
                ? known
                : new Numbers(
                        possible.openingSize().map(least -> opening(known.openingSize(), least)),
                        of(known.busFactor(), possible.busFactor()),
                        cutSets(possible));
    }

    /** Somebody opens it in any case; who it is, is known where it opens without what is untold. */
    private static OpeningSize opening(Optional<OpeningSize> known, OpeningSize possible) {
        int least = Math.max(1, possible.size().least());
        return known.map(one -> new OpeningSize(
                        new Bounds(
                                Math.min(least, one.size().least()), one.size().most()),
                        one.people(),
                        one.oneSet(),
                        one.path()))
                .orElseGet(() -> new OpeningSize(
                        Bounds.atLeast(least),
                        possible.people(),
                        possible.oneSet(),
                        possible.oneSet().isEmpty() ? List.of() : possible.path()));
    }

    static BusFactor of(BusFactor known, BusFactor possible) {
        return known.equals(possible)
                ? known
                : new BusFactor(
                        new Bounds(known.size().least(), possible.size().most()),
                        possible.size().most().isPresent() ? possible.cut() : known.cut());
    }

    /** Who locks it even then, always does; how many other sets there are cannot be told. */
    private static CutSets cutSets(Numbers possible) {
        boolean some = !possible.cutSets().listed().isEmpty();
        return new CutSets(
                possible.cutSets().listed(), some ? BigInteger.ONE : BigInteger.ZERO, Optional.empty(), false);
    }

    static Remaining of(Remaining known, Remaining possible) {
        List<Remaining.Secret> secrets = new ArrayList<>();
        for (int i = 0; i < known.secrets().size(); i++) {
            Remaining.Secret least = known.secrets().get(i);
            boolean same = least.still() == possible.secrets().get(i).still();
            secrets.add(same ? least : new Remaining.Secret(least.name(), Remaining.Still.UNTOLD, List.of()));
        }
        List<Remaining.Page> runbooks = new ArrayList<>();
        for (int i = 0; i < known.runbooks().size(); i++) {
            Remaining.Page least = known.runbooks().get(i);
            boolean same = least.possible() == possible.runbooks().get(i).possible();
            runbooks.add(new Remaining.Page(least.name(), least.possible(), least.closed(), least.unclear() || !same));
        }
        List<Remaining.Drill> drills = new ArrayList<>();
        for (int i = 0; i < known.drills().size(); i++) {
            drills.add(of(known.drills().get(i), possible.drills().get(i)));
        }
        return new Remaining(known.without(), secrets, runbooks, drills);
    }

    /** Shown to end as its definition wants only where both say so. */
    private static Remaining.Drill of(Remaining.Drill known, Remaining.Drill possible) {
        return new Remaining.Drill(
                known.name(),
                known.runbook(),
                known.expectsLockOut(),
                known.possible() && possible.possible(),
                known.closed());
    }
}
