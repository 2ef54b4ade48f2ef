package dev.blackstart.artefact;

import dev.blackstart.artefact.RecipientList.Entry;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code .gpg-id} as pass does: one recipient a line, comments after {@code #}; {@code .age-recipients} alike. */
final class RecipientLists {
    private static final long MOST_BYTES = 1024 * 1024;

    private RecipientLists() {}

    /** @param folder in which it lies, as its store names it */
    static RecipientList read(Path file, String folder, List<Finding> faults) {
        Optional<String> read = Bytes.text(file, MOST_BYTES, faults);
        return new RecipientList(
                file,
                folder,
                read.isPresent(),
                entries(file, read.stream().flatMap(String::lines).toList()));
    }

    private static List<Entry> entries(Path file, List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int comment = line.indexOf('#');
            String text = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!text.isEmpty()) {
                entries.add(new Entry(text, new Place(file, i + 1, 1 + line.indexOf(text))));
            }
        }
        return entries;
    }
}
