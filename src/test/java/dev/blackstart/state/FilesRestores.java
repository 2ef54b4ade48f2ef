package dev.blackstart.state;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files that come back in another place. */
final class FilesRestores extends Restores {
    static final String SYSTEM = "files";

    private final Fingerprint before;

    FilesRestores() {
        super(SYSTEM);
        script("make");
        before = at(directory()).fingerprint(machine(), MARK);
    }

    @Override
    Map<String, String> environment() {
        return Map.of();
    }

    @Override
    List<Difference> compare(Path in) {
        State files = at(in);
        return files.told(files.differences(before, files.remains(machine(), MARK))).stream()
                .map(difference -> new Difference(difference.object().replace(files.name(), ""), difference.what()))
                .toList();
    }

    private static State at(Path directory) {
        return new FilesState(directory.resolve("files").toString(), List.of());
    }
}
