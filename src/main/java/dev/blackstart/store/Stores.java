package dev.blackstart.store;

import dev.blackstart.secret.OwnFiles;
import dev.blackstart.secret.Secret;
import dev.blackstart.store.DrilledStore.Refusal;
import dev.blackstart.store.DrilledStore.Restore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All stores that a drill of an environment brings to life, each under its name. */
public final class Stores {
    private final Map<String, DrilledStore> stores;

    /** @param stores in the order of the inventory */
    public Stores(Map<String, DrilledStore> stores) {
        this.stores = new LinkedHashMap<>(stores);
    }

    /** What a store calls a secret, of which somebody may have written the whole file name. */
    public static String called(String file) {
        return PassWords.secret(file).orElse(file);
    }

    /** What a shell has to know to find them; where two want the same, the first has it. */
    public Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        stores.values().forEach(store -> store.variables().forEach(variables::putIfAbsent));
        return variables;
    }

    /** Every value, by the store and the name that it has there. */
    public Map<String, Map<String, Secret>> values(Ground ground) {
        Map<String, Map<String, Secret>> values = new LinkedHashMap<>();
        stores.forEach((name, store) -> values.put(name, store.values(ground)));
        return values;
    }

    /** Make one of them. */
    public void make(String store, Ground ground, List<Making> secrets) {
        DrilledStore made = stores.get(store);
        if (made != null) {
            made.make(ground, secrets);
        }
    }

    /** Keep each in a directory of its own. */
    public void keep(Ground ground, Path directory) {
        stores.forEach((name, store) -> {
            try {
                store.keep(ground, OwnFiles.directory(directory.resolve(name)));
            } catch (IOException e) {
                throw StoreException.unwritten(e);
            }
        });
    }

    /** Bring to the survivors' desk what was kept of each. */
    public void arrive(Ground ground, Path directory) {
        stores.forEach((name, store) -> store.arrive(ground, directory.resolve(name)));
    }

    /** Bring each to where it is in everyday life; the machines may still be starting. */
    public void serve(Ground ground) {
        stores.values().forEach(store -> store.serve(ground));
    }

    /** Keep a secret from whoever opens it, wherever it lies. */
    public Restore withhold(Ground ground, String secret) {
        List<Restore> taken = stores.values().stream()
                .map(store -> store.withhold(ground, secret))
                .toList();
        return () -> taken.forEach(Restore::giveBack);
    }

    /**
     * Make another value of the same kind as a secret's own; empty: there is none.
     *
     * @param generator how its own was made, where that is known
     */
    public Optional<Secret> fresh(Ground ground, Secret own, Optional<Generator> generator) {
        return FreshValue.like(ground.desk(), own, generator);
    }

    /** Put another value in a secret's place, wherever it lies. */
    public Restore replace(Ground ground, Secret other) {
        List<Restore> replaced = stores.values().stream()
                .map(store -> store.replace(ground, other))
                .toList();
        return () -> replaced.forEach(Restore::giveBack);
    }

    /** What a tool said, if that means that a secret could not be opened. */
    public Optional<Refusal> refused(String said) {
        return stores.values().stream()
                .flatMap(store -> store.refused(said).stream())
                .findFirst();
    }

    /** Secrets of their own making that stand in what somebody said; nobody could know them before. */
    public List<Secret> told(String said) {
        return stores.values().stream()
                .flatMap(store -> store.told(said).stream())
                .toList();
    }

    /** What a survivor types to see a secret of one of them; empty: there is no such store. */
    public Optional<String> show(String store, String secret) {
        return Optional.ofNullable(stores.get(store)).map(one -> one.show(secret));
    }

    /** Begin to see what is opened of any of them. */
    public StoreWatch watch(Ground ground) {
        List<StoreWatch> all = new ArrayList<>();
        try {
            stores.values().forEach(store -> all.add(store.watch(ground)));
        } catch (RuntimeException e) {
            all.forEach(StoreWatch::close);
            throw e;
        }
        return new Together(all);
    }

    private record Together(List<StoreWatch> all) implements StoreWatch {
        @Override
        public Optional<Seen> until(String mark) {
            Set<String> opened = new LinkedHashSet<>();
            Optional<String> denied = Optional.empty();
            boolean whole = true;
            for (StoreWatch one : all) {
                Optional<Seen> seen = one.until(mark);
                whole &= seen.isPresent();
                seen.ifPresent(some -> opened.addAll(some.opened()));
                denied = denied.isPresent() ? denied : seen.flatMap(Seen::denied);
            }
            return whole ? Optional.of(new Seen(List.copyOf(opened), denied)) : Optional.empty();
        }

        @Override
        public void close() {
            all.forEach(StoreWatch::close);
        }
    }
}
