package dev.blackstart.artefact;

import dev.blackstart.artefact.Node.Fields;
import dev.blackstart.artefact.Node.Items;
import dev.blackstart.artefact.Node.Text;
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
    private static final String RULES = "creation_rules";

    private final Path directory;
    private final List<Finding> found;
    private final SopsFaults faults;
    private final List<CreationRule> rules = new ArrayList<>();

    private SopsRules(Path file, List<Finding> found) {
        this.directory = file.toAbsolutePath().normalize().resolveSibling("");
        this.found = found;
        this.faults = SopsFaults.ofRules(found);
    }

    /** Empty where there are no creation rules, as for a file of rules for {@code sops publish}. */
    static Optional<SopsRules> read(Path file, List<Finding> faults) {
        Optional<String> text = Bytes.text(file, MOST_BYTES, faults);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        SopsRules rules = new SopsRules(file, faults);
        try {
            for (Node document :
                    new YamlText(file).read(text.get()).stream().limit(1).toList()) {
                rules.addAll(document);
            }
        } catch (BrokenTextException e) {
            rules.faults.broken(e.place(), String.valueOf(e.getMessage()));
        }
        return Optional.of(rules).filter(read -> !read.rules.isEmpty());
    }

    private void addAll(Node document) {
        Optional<Node> listed = document.field(RULES);
        if (listed.isPresent() && listed.get() instanceof Items items) {
            items.items().forEach(this::add);
        } else if (listed.isPresent() || document instanceof Items || document instanceof Text) {
            faults.broken(listed.orElse(document).place(), "\"%s\" is no list of rules".formatted(RULES));
        }
    }

    private void add(Node rule) {
        if (!(rule instanceof Fields)) {
            faults.broken(rule.place(), "a rule is no mapping");
            rules.add(new CreationRule(
                    Optional.empty(), List.of(), Optional.empty(), Optional.empty(), false, rule.place()));
            return;
        }
        int before = found.size();
        Optional<Text> regex = rule.text("path_regex").filter(this::compiles);
        List<List<Slot>> groups = new SopsKeys(this::entry, faults).ofRule(rule);
        Optional<Integer> threshold = SopsKeys.threshold(rule, faults);
        rules.add(new CreationRule(
                regex.map(Text::text), groups, threshold, encrypts(rule), found.size() == before, place(rule)));
    }

    private Optional<Pattern> encrypts(Node rule) {
        return rule.text("encrypted_regex")
                .filter(this::compiles)
                .map(regex -> GoPattern.compile(regex.text()))
                .or(() -> rule.text("encrypted_suffix")
                        .map(suffix -> Pattern.compile(Pattern.quote(suffix.text()) + "$")));
    }

    /** A pattern that cannot be read may be for every file, so that no rule after it is certain to be for any. */
    private boolean compiles(Text regex) {
        try {
            GoPattern.compile(regex.text());
            return true;
        } catch (PatternSyntaxException e) {
            faults.broken(regex.place(), "the pattern of a rule cannot be read: " + e.getDescription());
            return false;
        }
    }

    private List<Slot> entry(String word, Node entry) {
        List<Slot> slots = SopsMachines.words().anyMatch(word::equals)
                ? SopsMachines.entry(word, entry).stream()
                        .map(one -> new Slot(one, entry.place()))
                        .toList()
                : List.of();
        if (slots.isEmpty()) {
            faults.broken(entry.place(), "an entry of \"%s\" does not say which key it is".formatted(word));
        }
        return slots;
    }

    /** Where its first field stands: what a reader sees of it first. */
    private static Place place(Node rule) {
        return rule instanceof Fields fields && !fields.fields().isEmpty()
                ? fields.fields().values().iterator().next().place()
                : rule.place();
    }

    Optional<CreationRule> ruleFor(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        String path = absolute.startsWith(directory)
                ? directory.relativize(absolute).toString().replace('\\', '/')
                : absolute.toString();
        return rules.stream()
                .filter(rule -> rule.pathRegex()
                        .map(regex -> GoPattern.compile(regex).matcher(path).find())
                        .orElse(true))
                .findFirst();
    }
}
