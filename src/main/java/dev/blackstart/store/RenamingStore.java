package dev.blackstart.store;

import dev.blackstart.secret.Secret;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that is spoken of by the inventory's names of its secrets, whatever the store itself calls them. */
public final class RenamingStore implements DrilledStore {
    /** Before the name of a file that no document names, where a secret of that name lies elsewhere. */
    private static final String NO_SECRET = "file/";

    private final DrilledStore store;
    private final Map<String, String> files;
    private final Map<String, String> secrets = new HashMap<>();

    /** @param files what the store calls each secret that it keeps */
    public RenamingStore(DrilledStore store, Map<String, String> files) {
        this.store = store;
        this.files = Map.copyOf(files);
        files.forEach((secret, file) -> secrets.put(file, secret));
    }

    private String file(String secret) {
        return files.getOrDefault(secret, secret);
    }

    private String secret(String file) {
        String known = secrets.get(file);
        return known != null ? known : files.containsKey(file) ? NO_SECRET + file : file;
    }

    @Override
    public Map<String, String> variables() {
        return store.variables();
    }

    @Override
    public void make(Ground ground, List<Making> making) {
        store.make(
                ground,
                making.stream()
                        .map(one -> new Making(file(one.name()), one.generator(), one.people()))
                        .toList());
    }

    @Override
    public Map<String, Secret> values(Ground ground) {
        Map<String, Secret> values = new LinkedHashMap<>();
        store.values(ground).forEach((file, value) -> values.put(secret(file), named(secret(file), file, value)));
        return values;
    }

    private static Secret named(String secret, String file, Secret value) {
        return secret.equals(file) ? value : Secret.of(secret, value.revealBytes());
    }

    @Override
    public void keep(Ground ground, Path directory) {
        store.keep(ground, directory);
    }

    @Override
    public void arrive(Ground ground, Path directory) {
        store.arrive(ground, directory);
    }

    @Override
    public void serve(Ground ground) {
        store.serve(ground);
    }

    @Override
    public StoreWatch watch(Ground ground) {
        StoreWatch watch = store.watch(ground);
        return new StoreWatch() {
            @Override
            public Optional<Seen> until(String mark) {
                return watch.until(mark)
                        .map(seen -> new Seen(
                                seen.opened().stream()
                                        .map(RenamingStore.this::secret)
                                        .toList(),
                                seen.denied().map(RenamingStore.this::secret)));
            }

            @Override
            public void close() {
                watch.close();
            }
        };
    }

    @Override
    public Restore withhold(Ground ground, String secret) {
        return store.withhold(ground, file(secret));
    }

    @Override
    public Restore replace(Ground ground, Secret other) {
        return store.replace(ground, Secret.of(file(other.name()), other.revealBytes()));
    }

    @Override
    public Optional<Refusal> refused(String said) {
        return store.refused(said).map(refusal -> new Refusal(refusal.secret().map(this::secret)));
    }

    @Override
    public List<Secret> told(String said) {
        return store.told(said);
    }

    @Override
    public String show(String secret) {
        return store.show(file(secret));
    }
}
