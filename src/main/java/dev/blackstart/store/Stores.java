package dev.blackstart.store;

import dev.blackstart.machine.Desk;
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
    public Map<String, Map<String, Secret>> values(Desk desk) {
        Map<String, Map<String, Secret>> values = new LinkedHashMap<>();
        stores.forEach((name, store) -> values.put(name, store.values(desk)));
        return values;
    }

    /** Make one of them. */
    public void make(String store, Desk desk, List<Making> secrets) {
        DrilledStore made = stores.get(store);
        if (made != null) {
            made.make(desk, secrets);
        }
    }

    /** Keep each in a directory of its own. */
    public void keep(Desk desk, Path directory) {
        stores.forEach((name, store) -> {
            try {
                store.keep(desk, OwnFiles.directory(directory.resolve(name)));
            } catch (IOException e) {
                throw StoreException.unwritten(e);
            }
        });
    }

    /** Bring to the survivors' desk what was kept of each. */
    public void arrive(Desk desk, Path directory) {
        stores.forEach((name, store) -> store.arrive(desk, directory.resolve(name)));
    }

    /** Keep a secret from whoever opens it, wherever it lies. */
    public Restore withhold(Desk desk, String secret) {
        List<Restore> taken = stores.values().stream()
                .map(store -> store.withhold(desk, secret))
                .toList();
        return () -> taken.forEach(Restore::giveBack);
    }

    /**
     * Make another value of the same kind as a secret's own; empty: there is none.
     *
     * @param generator how its own was made, where that is known
     */
    public Optional<Secret> fresh(Desk desk, Secret own, Optional<Generator> generator) {
        return FreshValue.like(desk, own, generator);
    }

    /** Put another value in a secret's place, wherever it lies. */
    public Restore replace(Desk desk, Secret other) {
        List<Restore> replaced = stores.values().stream()
                .map(store -> store.replace(desk, other))
                .toList();
        return () -> replaced.forEach(Restore::giveBack);
    }

    /** What a tool said, if that means that a secret could not be opened. */
    public Optional<Refusal> refused(String said) {
        return stores.values().stream()
                .flatMap(store -> store.refused(said).stream())
                .findFirst();
    }

    /** What a survivor types to see a secret of one of them; empty: there is no such store. */
    public Optional<String> show(String store, String secret) {
        return Optional.ofNullable(stores.get(store)).map(one -> one.show(secret));
    }

    /** Begin to see what is opened of any of them. */
    public StoreWatch watch(Desk desk) {
        List<StoreWatch> all = new ArrayList<>();
        try {
            stores.values().forEach(store -> all.add(store.watch(desk)));
        } catch (RuntimeException e) {
            all.forEach(StoreWatch::close);
            throw e;
        }
        return new Together(all);
    }

    private record Together(List<StoreWatch> all) implements StoreWatch {
        @Override
        public Optional<List<String>> until(String mark) {
            Set<String> opened = new LinkedHashSet<>();
            boolean whole = true;
            for (StoreWatch one : all) {
                Optional<List<String>> seen = one.until(mark);
                whole &= seen.isPresent();
                seen.ifPresent(opened::addAll);
            }
            return whole ? Optional.of(List.copyOf(opened)) : Optional.empty();
        }

        @Override
        public void close() {
            all.forEach(StoreWatch::close);
        }
    }
}
