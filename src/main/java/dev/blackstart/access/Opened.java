package dev.blackstart.access;

import dev.blackstart.definition.AccessFormula;
import dev.blackstart.definition.AccessFormula.ByPerson;
import dev.blackstart.definition.AccessFormula.BySecret;
import dev.blackstart.definition.AccessFormula.Quorum;
import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.DocumentedSecret.Copy;
import dev.blackstart.definition.SecretOrder;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What some people open together, and how, where some stores may be gone: round after round of those that open each
 * other, as what is opened last may open what was still closed.
 */
final class Opened {
    private final Set<String> there;
    private final List<Opening> openings = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private boolean copies;
    private final Set<String> opened = new Before(Integer.MAX_VALUE);
    private final Map<String, PathStep> steps = new HashMap<>();

    /**
     * @param groups of the secrets in question, each after those that it needs
     * @param gone stores that are lost
     */
    Opened(List<SecretOrder.Group> groups, Set<String> there, Predicate<String> gone) {
        this.there = there;
        for (SecretOrder.Group group : groups) {
            int before = -1;
            for (int round = 0; round < group.rounds() && openings.size() > before; round++) {
                before = openings.size();
                for (DocumentedSecret secret : group.members()) {
                    if (!has(secret.name())) {
                        open(secret, gone);
                    }
                }
            }
        }
    }

    private record Opening(String secret, String store, boolean copy, AccessFormula way) {}

    /** The secrets that were opened before the one at a position. */
    private final class Before extends AbstractSet<String> {
        private final int position;

        Before(int position) {
            this.position = position;
        }

        @Override
        public boolean contains(Object secret) {
            Integer at = positions.get(secret);
            return at != null && at < position;
        }

        @Override
        public Iterator<String> iterator() {
            return openings.stream().limit(size()).map(Opening::secret).iterator();
        }

        @Override
        public int size() {
            return Math.min(position, openings.size());
        }
    }

    private void open(DocumentedSecret secret, Predicate<String> gone) {
        if (!gone.test(secret.store()) && secret.openedBy().opens(there, opened)) {
            add(new Opening(secret.name(), secret.store(), false, secret.openedBy()));
            return;
        }
        for (Copy copy : secret.copies()) {
            if (!gone.test(copy.store()) && copy.openedBy().opens(there, opened)) {
                add(new Opening(secret.name(), copy.store(), true, copy.openedBy()));
                return;
            }
        }
    }

    private void add(Opening opening) {
        positions.put(opening.secret(), openings.size());
        openings.add(opening);
        copies |= opening.copy();
    }

    boolean has(String secret) {
        return positions.containsKey(secret);
    }

    /**
     * Lists the steps to these secrets, each after those that it needs; nothing for those that stay closed. Of a long way
     * it is the end, and before it the first copy that is opened, as a copy changes what the way is worth.
     */
    List<PathStep> path(Collection<String> secrets) {
        List<PathStep> whole = whole(secrets);
        int left = Math.max(0, whole.size() - PathStep.MOST);
        Stream<PathStep> copy =
                whole.stream().limit(left).filter(PathStep::copy).limit(1);
        return Stream.concat(copy, whole.stream().skip(left)).toList();
    }

    /** Goes back from what is wanted; where no copy is to be found, as far as is told. */
    private List<PathStep> whole(Collection<String> secrets) {
        Set<String> wanted = new HashSet<>();
        PriorityQueue<Integer> lastFirst = new PriorityQueue<>(Comparator.reverseOrder());
        want(secrets, wanted, lastFirst);
        List<PathStep> found = new ArrayList<>();
        while (!lastFirst.isEmpty() && (copies || found.size() < PathStep.MOST)) {
            PathStep step = step(openings.get(lastFirst.remove()));
            found.add(step);
            want(step.through(), wanted, lastFirst);
        }
        Collections.reverse(found);
        return found;
    }

    private void want(Collection<String> secrets, Set<String> wanted, PriorityQueue<Integer> lastFirst) {
        for (String secret : secrets) {
            Integer position = positions.get(secret);
            if (position != null && wanted.add(secret)) {
                lastFirst.add(position);
            }
        }
    }

    private PathStep step(Opening opening) {
        PathStep known = steps.get(opening.secret());
        if (known != null) {
            return known;
        }
        Set<String> people = new LinkedHashSet<>();
        Set<String> through = new LinkedHashSet<>();
        use(opening.way(), new Before(positions.getOrDefault(opening.secret(), 0)), people, through);
        PathStep step = new PathStep(opening.secret(), opening.store(), opening.copy(), people, through);
        steps.put(opening.secret(), step);
        return step;
    }

    /** Goes by people's own keys first, and through other secrets only where these are not enough. */
    private void use(AccessFormula formula, Set<String> before, Set<String> people, Set<String> through) {
        if (formula instanceof ByPerson by) {
            people.add(by.person());
        } else if (formula instanceof BySecret by) {
            through.add(by.secret());
        } else if (formula instanceof Quorum quorum) {
            List<AccessFormula> open = new ArrayList<>(quorum.of().stream()
                    .filter(part -> part.opens(there, before))
                    .toList());
            open.sort(Comparator.comparing(part -> !(part instanceof ByPerson)));
            open.subList(0, quorum.quorum()).forEach(part -> use(part, before, people, through));
        }
    }
}
