package dev.blackstart.answer;

import dev.blackstart.access.Block;
import dev.blackstart.access.Choice;
import dev.blackstart.access.PathStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words for the numbers, alike in every format. */
final class AnswerWords {
    /** Of longer lists the rest is counted. */
    private static final int NAMES_SHOWN = 6;

    /** Of longer ways the last steps; --format json tells more. */
    private static final int STEPS_SHOWN = 5;

    private AnswerWords() {}

    /** Word {@code a}, {@code a and b}, {@code a, b and 5 more}. */
    static String list(Collection<String> names) {
        return list(names, "and", NAMES_SHOWN);
    }

    private static String list(Collection<String> names, String last, int shown) {
        List<String> words = new ArrayList<>(names);
        if (words.size() > shown) {
            int more = words.size() - shown + 1;
            words = new ArrayList<>(words.subList(0, shown - 1));
            words.add(more + " more");
        }
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " " + last + " " + words.get(words.size() - 1);
    }

    /** Take the address off a user id: what is left is what somebody is called. */
    static String withoutAddress(String person) {
        String name = person.replaceFirst("\\s*<[^<>]*>$", "");
        return name.isEmpty() ? person : name;
    }

    /** Word a pick: {@code alice}, {@code any one of alice and bob}, {@code any 2 of alice, bob and carol}. */
    static String pick(int any, Collection<String> of) {
        return pick(any, of, NAMES_SHOWN);
    }

    private static String pick(int any, Collection<String> of, int shown) {
        String names = list(of, "and", shown);
        return any == of.size() ? names : "any %s of %s".formatted(any == 1 ? "one" : String.valueOf(any), names);
    }

    static String choice(Choice choice) {
        return choice(choice, NAMES_SHOWN);
    }

    /** The same with everybody, however many. */
    static String wholeChoice(Choice choice) {
        return choice(choice, Integer.MAX_VALUE);
    }

    private static String choice(Choice choice, int shown) {
        if (choice.blocks().isEmpty()) {
            return "nobody";
        }
        List<String> sure = choice.blocks().stream()
                .filter(Block::all)
                .flatMap(block -> block.of().stream())
                .toList();
        Stream<String> picked = choice.blocks().stream()
                .filter(block -> !block.all())
                .map(block -> pick(block.any(), block.of(), shown));
        return Stream.concat(sure.isEmpty() ? Stream.of() : Stream.of(list(sure, "and", shown)), picked)
                .collect(Collectors.joining(", and "));
    }

    /** Word how something is opened: {@code alice opens vault-login in pass; alice and bob open ca-key in vault}. */
    static String path(List<PathStep> path) {
        List<PathStep> last = path.subList(Math.max(0, path.size() - STEPS_SHOWN), path.size());
        String before = last.size() < path.size() ? "others, then " : "";
        return before + last.stream().map(AnswerWords::step).collect(Collectors.joining(", then "));
    }

    private static String step(PathStep step) {
        List<String> keys = new ArrayList<>();
        if (!step.people().isEmpty()) {
            keys.add(list(step.people()));
        }
        if (!step.through().isEmpty()) {
            keys.add("with " + list(step.through()));
        }
        return "%s%s in %s (%s)"
                .formatted(step.copy() ? "the copy of " : "", step.secret(), step.store(), String.join(" ", keys));
    }

    /** Make a sentence of a message. */
    static String sentence(String message) {
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
    }

    /** Word a sentence as a part of another one: a message begins small and ends without a full stop. */
    static String decapitalized(String sentence) {
        String bare = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }
}
