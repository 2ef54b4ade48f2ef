package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who can open a secret: a monotone formula over people, other secrets and hosts. */
public sealed interface AccessFormula {
    /** Say whether these people open it, who have these secrets already. */
    boolean opens(Set<String> people, Set<String> secrets);

    /** List whom and what it names, in its order; secrets that it names are not followed. */
    default Stream<AccessFormula> leaves() {
        return Stream.of(this);
    }

    /** Name the people whom the formula itself names, in its order. */
    default Set<String> people() {
        return leaves(ByPerson.class).map(ByPerson::person).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Name the secrets that it names, in its order. */
    default Set<String> secrets() {
        return leaves(BySecret.class).map(BySecret::secret).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Name the hosts that it names, in its order. */
    default Set<String> hosts() {
        return leaves(ByHost.class).map(ByHost::host).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Put something else in the place of everything of which it cannot be told who it is. */
    default AccessFormula told(Function<ByUntold, AccessFormula> instead) {
        return replaced(leaf -> leaf instanceof ByUntold untold ? instead.apply(untold) : leaf);
    }

    /** Put something in the place of each of those whom and what it names. */
    default AccessFormula replaced(UnaryOperator<AccessFormula> leaf) {
        return this instanceof Quorum quorum
                ? new Quorum(
                        quorum.quorum(),
                        quorum.of().stream().map(part -> part.replaced(leaf)).toList(),
                        quorum.place())
                : leaf.apply(this);
    }

    /** List those of one kind among whom and what it names. */
    default <L extends AccessFormula> Stream<L> leaves(Class<L> kind) {
        return leaves().filter(kind::isInstance).map(kind::cast);
    }

    /** Opened by whoever is this person. */
    record ByPerson(String person, Place place) implements AccessFormula {
        @Override
        public boolean opens(Set<String> people, Set<String> secrets) {
            return people.contains(person);
        }
    }

    /** Opened by whoever can open that secret. */
    record BySecret(String secret, Place place) implements AccessFormula {
        @Override
        public boolean opens(Set<String> people, Set<String> secrets) {
            return secrets.contains(secret);
        }
    }

    /** Opened by whatever runs on that host; no access for people, who may lose the host. */
    record ByHost(String host, Place place) implements AccessFormula {
        @Override
        public boolean opens(Set<String> people, Set<String> secrets) {
            return false;
        }
    }

    /**
     * Opened by somebody or something of whom it cannot be told who it is: nobody, one person, or many.
     *
     * @param who in words that go on: {@code a key that the file does not name}
     */
    record ByUntold(String who, Place place) implements AccessFormula {
        @Override
        public boolean opens(Set<String> people, Set<String> secrets) {
            return false;
        }
    }

    /** Opened where at least {@code quorum} of the parts are; anyOf is a quorum of one, allOf of all. */
    record Quorum(int quorum, List<AccessFormula> of, Place place) implements AccessFormula {
        public Quorum {
            of = List.copyOf(of);
        }

        @Override
        public boolean opens(Set<String> people, Set<String> secrets) {
            int open = 0;
            int mayFail = of.size() - quorum;
            for (int i = 0; open < quorum && i - open <= mayFail && i < of.size(); i++) {
                open += of.get(i).opens(people, secrets) ? 1 : 0;
            }
            return open >= quorum;
        }

        @Override
        public Stream<AccessFormula> leaves() {
            return of.stream().flatMap(AccessFormula::leaves);
        }
    }
}
