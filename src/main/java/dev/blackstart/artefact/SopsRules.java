package dev.blackstart.artefact;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The creation rules of a {@code .sops.yaml}; the first one whose pattern is found in a file's path is for the file. */
final class SopsRules {
    private static final long MOST_BYTES = 1024 * 1024;

    private final Path directory;
    private final List<CreationRule> rules = new ArrayList<>();

    private SopsRules(Path directory) {
        this.directory = directory;
    }

    static Optional<SopsRules> read(Path file, List<Finding> faults) {
        Optional<String> text = Bytes.text(file, MOST_BYTES, faults);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        SopsRules rules = new SopsRules(file.toAbsolutePath().normalize().resolveSibling(""));
        try {
            Flat flat = Flattener.flatten(file, text.get());
            for (int item : flat.items("creation_rules")) {
                rules.add(flat.below("creation_rules/" + item), file, faults);
            }
            return Optional.of(rules);
        } catch (Flattener.BrokenException e) {
            faults.add(broken(e.place(), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private void add(Flat rule, Path file, List<Finding> faults) {
        Place place = rule.first().map(Flat.Value::place).orElse(Place.start(file));
        Optional<Flat.Value> regex = rule.get("path_regex");
        try {
            regex.ifPresent(value -> Pattern.compile(value.text()));
        } catch (PatternSyntaxException e) {
            faults.add(broken(
                    regex.map(Flat.Value::place).orElse(place),
                    "the pattern of a rule cannot be read: " + e.getDescription()));
            return;
        }
        Optional<Integer> threshold = rule.text("shamir_threshold")
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf);
        rules.add(new CreationRule(
                regex.map(Flat.Value::text), new SopsKeys(place, faults).groups(rule), threshold, place));
    }

    Optional<CreationRule> ruleFor(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        String path = absolute.startsWith(directory)
                ? directory.relativize(absolute).toString().replace('\\', '/')
                : absolute.toString();
        return rules.stream()
                .filter(rule -> rule.pathRegex()
                        .map(regex -> Pattern.compile(regex).matcher(path).find())
                        .orElse(true))
                .findFirst();
    }

    private static Finding broken(Place place, String message) {
        return new Finding(
                ArtefactCode.SOPS_RULES_BROKEN,
                place,
                message,
                "Correct it; files that it is for were not compared with it.");
    }
}
