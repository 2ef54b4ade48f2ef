package dev.blackstart.definition;

import dev.blackstart.definition.Step.Target;
import dev.blackstart.finding.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind the opening fence of a block: {@code sh on=db timeout=10m}.
 *
 * @param language the first word; a block is a step if it is {@code sh}, {@code bash} or {@code blackstart}
 */
record InfoString(String language, List<Attribute> attributes, Place place) {
    private static final List<String> STEPS = List.of("sh", "bash", "blackstart");
    private static final List<String> KNOWN = List.of("on", "console", "timeout");
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);

    /** A word of the form {@code key=value}; a word without {@code =} is a key without a value. */
    record Attribute(String key, String value, Place place) {
        Place valuePlace() {
            return new Place(place.file(), place.line(), place.column() + key.length() + 1);
        }
    }

    static InfoString parse(String info, Place fence, String line) {
        String[] words = info.strip().split("\\s+");
        List<Attribute> attributes = new ArrayList<>();
        int from = Math.max(0, line.indexOf(words[0]) + words[0].length());
        for (int i = 1; i < words.length; i++) {
            int at = line.indexOf(words[i], from);
            from = at < 0 ? from : at + words[i].length();
            Place place = new Place(fence.file(), fence.line(), at < 0 ? fence.column() : at + 1);
            int equals = words[i].indexOf('=');
            attributes.add(
                    equals < 0
                            ? new Attribute(words[i], "", place)
                            : new Attribute(words[i].substring(0, equals), words[i].substring(equals + 1), place));
        }
        return new InfoString(words[0], attributes, fence);
    }

    /** Says whether the block is a step, and reports one that only looks like it, and attributes that mean nothing. */
    boolean isStep(Problems problems) {
        if (!STEPS.contains(language)) {
            if (attributes.stream().anyMatch(attribute -> KNOWN.contains(attribute.key()))) {
                problems.error(
                        place,
                        "a \"%s\" block is no step, yet it has a step's attributes".formatted(language),
                        "Open it with sh, bash or blackstart, or leave the attributes out.");
            }
            return false;
        }
        Set<String> seen = new HashSet<>();
        for (Attribute attribute : attributes) {
            if (language.equals("blackstart")) {
                problems.error(
                        attribute.place(),
                        "a \"blackstart\" block takes no attribute",
                        "The provider and the orchestrator carry out its verbs; leave the attribute out.");
            } else if (!KNOWN.contains(attribute.key())) {
                problems.error(
                        attribute.place(),
                        "unknown attribute \"%s\"%s"
                                .formatted(attribute.key(), Similar.suggestion(attribute.key(), KNOWN)),
                        "A step takes on=HOST, console=HOST and timeout=10m.");
            } else if (!seen.add(attribute.key())) {
                problems.error(
                        attribute.place(),
                        "duplicate attribute \"" + attribute.key() + "\"",
                        "Remove one of the two; only one of them would count.");
            }
        }
        if (seen.contains("on") && seen.contains("console")) {
            problems.error(
                    place,
                    "both on= and console=",
                    "Use on= for a host that ssh reaches, console= for one that only its provider's console shows.");
        }
        return true;
    }

    boolean isOnResponder() {
        return get("on").isEmpty() && get("console").isEmpty();
    }

    Target target(Names names, Problems problems) {
        Optional<Attribute> on = get("on");
        if (on.isPresent()) {
            String host = on.get().value();
            if (names.checkHost(host, on.get().valuePlace()) && names.isConsoleOnly(host)) {
                problems.error(
                        on.get().place(),
                        "ssh does not reach \"" + host + "\": its login is console",
                        "Use console=" + host + ".");
            }
            return new Target.Ssh(host);
        }
        Optional<Attribute> console = get("console");
        console.ifPresent(attribute -> names.checkHost(attribute.value(), attribute.valuePlace()));
        return console.<Target>map(attribute -> new Target.Console(attribute.value()))
                .orElseGet(Target.Responder::new);
    }

    Duration timeout(Problems problems) {
        Optional<Attribute> timeout = get("timeout");
        Optional<Duration> duration = timeout.flatMap(attribute -> DurationReader.parse(attribute.value()))
                .filter(InfoString::isUsable);
        if (timeout.isPresent() && duration.isEmpty()) {
            problems.error(
                    timeout.get().valuePlace(),
                    "expected a duration such as 10m, found \"" + timeout.get().value() + "\"",
                    "A step's timeout is longer than nothing and at most a day.");
        }
        return duration.orElse(DEFAULT_TIMEOUT);
    }

    private static boolean isUsable(Duration timeout) {
        return !timeout.isZero() && timeout.compareTo(LONGEST_TIMEOUT) <= 0;
    }

    private Optional<Attribute> get(String key) {
        return attributes.stream()
                .filter(attribute -> attribute.key().equals(key))
                .findFirst();
    }
}
