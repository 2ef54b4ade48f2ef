package dev.blackstart.definition;

import dev.blackstart.definition.RunbookReader.ScriptLine;
import dev.blackstart.definition.Step.Verb;
import dev.blackstart.finding.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a {@code blackstart} block: one verb a line; what follows {@code #} is a remark. */
final class VerbReader {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final List<String> VERBS = List.of("provision", "make");

    private final Names names;
    private final Problems problems;
    private final boolean commissioning;

    VerbReader(Names names, Problems problems, boolean commissioning) {
        this.names = names;
        this.problems = problems;
        this.commissioning = commissioning;
    }

    Step.Verbs read(String heading, InfoString info, List<ScriptLine> lines) {
        List<Verb> verbs = new ArrayList<>();
        for (ScriptLine line : lines) {
            List<Spot> words = words(line);
            if (!words.isEmpty()) {
                verb(words).ifPresent(verbs::add);
            }
        }
        return new Step.Verbs(heading, info.place(), verbs);
    }

    private record Spot(String text, Place place) {}

    private static List<Spot> words(ScriptLine line) {
        List<Spot> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line.text());
        while (matcher.find() && !matcher.group().startsWith("#")) {
            words.add(new Spot(matcher.group(), line.at(matcher.start())));
        }
        return words;
    }

    private Optional<Verb> verb(List<Spot> words) {
        Spot verb = words.get(0);
        List<Spot> rest = words.subList(1, words.size());
        return switch (verb.text()) {
            case "provision" -> provision(verb, rest);
            case "make" -> make(verb, rest);
            default -> {
                problems.error(
                        verb.place(),
                        "unknown verb \"%s\"%s".formatted(verb.text(), Similar.suggestion(verb.text(), VERBS)),
                        "A blackstart block knows `provision HOST...`, and in commission.md `make people` and"
                                + " `make secrets`.");
                yield Optional.empty();
            }
        };
    }

    private Optional<Verb> provision(Spot verb, List<Spot> words) {
        if (words.isEmpty()) {
            problems.error(verb.place(), "provision names no host", "Write the hosts behind it: `provision db`.");
            return Optional.empty();
        }
        Set<String> hosts = new LinkedHashSet<>();
        for (Spot word : words) {
            if (names.checkHost(word.text(), word.place()) && !hosts.add(word.text())) {
                problems.error(word.place(), "\"" + word.text() + "\" twice", "A host is ordered once a step.");
            }
        }
        return Optional.of(new Verb.Provision(List.copyOf(hosts)));
    }

    private Optional<Verb> make(Spot verb, List<Spot> rest) {
        if (!commissioning) {
            problems.error(
                    verb.place(),
                    "make belongs into " + EnvironmentDefinition.COMMISSION + " only",
                    "After a disaster nobody makes people or secrets: use what is documented.");
            return Optional.empty();
        }
        List<String> words = rest.stream().map(Spot::text).toList();
        if (words.equals(List.of("people"))) {
            return Optional.of(new Verb.MakePeople());
        }
        if (words.equals(List.of("secrets"))) {
            return Optional.of(new Verb.MakeSecrets(List.of()));
        }
        if (words.size() > 2 && words.subList(0, 2).equals(List.of("secrets", "of"))) {
            return Optional.of(new Verb.MakeSecrets(rest.stream()
                    .skip(2)
                    .filter(store -> names.check(Names.Kind.STORE, store.text(), store.place()))
                    .map(Spot::text)
                    .toList()));
        }
        problems.error(
                verb.place(),
                "cannot make \"" + String.join(" ", words) + "\"",
                "Write `make people` or `make secrets`; `make secrets of STORE` fills one store alone.");
        return Optional.empty();
    }
}
