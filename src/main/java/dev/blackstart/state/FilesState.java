package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Host;
import dev.blackstart.state.Fingerprint.Content;
import dev.blackstart.state.Fingerprint.Thing;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything below a path, and the path itself: what kinds of files there are, what is in them, and whose they are.
 *
 * @param path absolute
 * @param except what is left out, as in a {@code .gitignore} that lies there
 */
@Word("files")
record FilesState(String path, List<String> except) implements State {
    FilesState {
        except = List.copyOf(except);
    }

    static Optional<FilesState> read(Parameters parameters) {
        return parameters
                .text("path")
                .filter(path -> path.startsWith("/"))
                .map(path -> new FilesState(path.replaceAll("(?<=.)/+$", ""), parameters.texts("except")));
    }

    @Override
    public String name() {
        return path;
    }

    @Override
    public Fingerprint fingerprint(Host host, String mark) {
        return new FilesFingerprint(this, host, mark, false).take();
    }

    @Override
    public Fingerprint remains(Host host, String mark) {
        return new FilesFingerprint(this, host, mark, true).take();
    }

    @Override
    public Map<String, Long> counts(Fingerprint fingerprint) {
        Map<String, Long> counts = new LinkedHashMap<>(Map.of("files", 0L));
        counts.put("directories", 0L);
        counts.put("bytes", 0L);
        fingerprint.things().forEach((thing, content) -> {
            if (thing.sort().equals(FileContent.SORT)) {
                FileContent file = FileContent.of(content);
                counts.merge(file.isDirectory() ? "directories" : "files", 1L, Long::sum);
                counts.merge("bytes", file.size(), Long::sum);
            }
        });
        return counts;
    }

    @Override
    public List<Difference> differences(Fingerprint before, Fingerprint after) {
        return new FilesDifferences(path, before, after).all();
    }

    @Override
    public List<Difference> told(List<Difference> differences) {
        return new FilesTold(path).of(differences);
    }

    @Override
    public boolean mayGo(Thing thing, Set<Thing> living, Fingerprint after) {
        String directory = DirectoryNames.parent(thing.name());
        while (!directory.equals(FilesDifferences.TOP)
                && !after.things().containsKey(new Thing(FileContent.SORT, directory))) {
            directory = DirectoryNames.parent(directory);
        }
        return living.contains(new Thing(DirectoryNames.GO, directory));
    }

    @Override
    public Optional<Map<String, String>> files(Fingerprint fingerprint) {
        Map<String, String> files = new HashMap<>();
        fingerprint.things().forEach((thing, content) -> {
            if (thing.sort().equals(FileContent.SORT) && FileContent.of(content).type() == 'f') {
                files.put(thing.name(), FileContent.of(content).sha256());
            }
        });
        return Optional.of(files);
    }

    @Override
    public Optional<Sign> sign(String mark) {
        return Optional.of(new FileSign(path, mark));
    }

    @Override
    public String shown(Thing thing) {
        return FilesDifferences.object(path, thing);
    }

    /** A path as seen from the one that is compared, as patterns of {@code except} begin. */
    @Override
    public String called(Thing thing) {
        return thing.sort().equals(DirectoryNames.COME) || thing.sort().equals(DirectoryNames.GO)
                ? (thing.name().equals(FilesDifferences.TOP) ? "" : thing.name() + "/") + "*"
                : thing.name();
    }

    @Override
    public boolean isData(Thing thing, Content content) {
        return thing.sort().equals(FileContent.SORT) && !FileContent.of(content).isDirectory();
    }

    @Override
    public Optional<Queries> queries() {
        return Optional.empty();
    }
}
