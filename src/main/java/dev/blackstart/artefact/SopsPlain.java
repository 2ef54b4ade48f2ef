package dev.blackstart.artefact;

import dev.blackstart.artefact.Node.Fields;
import dev.blackstart.artefact.Node.Items;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether a rule wants a file encrypted that is not. */
final class SopsPlain {
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private SopsPlain() {}

    /** A rule for every file says which keys to take, not which files; and some rules encrypt certain fields only. */
    static boolean wanted(Path file, CreationRule rule) {
        return rule.pathRegex().isPresent()
                && (rule.encrypts().isEmpty() || holds(file, rule.encrypts().get()));
    }

    private static boolean holds(Path file, Pattern field) {
        Optional<String> text = Bytes.text(file, MOST_BYTES, new ArrayList<>());
        if (text.isEmpty()) {
            return true;
        }
        try {
            return holds(Notation.of(text.get()).read(file, text.get()), field);
        } catch (BrokenTextException e) {
            return true; // Nobody can tell what stands there.
        }
    }

    private static boolean holds(Collection<Node> roots, Pattern field) {
        Deque<Node> nodes = new ArrayDeque<>(roots);
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!nodes.isEmpty()) {
            Node node = nodes.pop();
            boolean alias = !seen.add(node);
            if (!alias && node instanceof Fields fields) {
                if (fields.fields().keySet().stream()
                        .anyMatch(key -> field.matcher(key).find())) {
                    return true;
                }
                nodes.addAll(fields.fields().values());
            } else if (!alias && node instanceof Items items) {
                nodes.addAll(items.items());
            }
        }
        return false;
    }
}
