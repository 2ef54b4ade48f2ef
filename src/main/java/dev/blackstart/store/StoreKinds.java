package dev.blackstart.store;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of stores that there are: the classes that {@link SecretStore} permits. */
public final class StoreKinds {
    private static final List<SecretStore> ALL = Stream.of(SecretStore.class.getPermittedSubclasses())
            .map(kind -> make(kind, new StoreSettings(Map.of())))
            .toList();

    private StoreKinds() {}

    /** One store of each kind, of which nothing is said. */
    public static List<SecretStore> all() {
        return ALL;
    }

    /** A store of the kind that has this word. */
    public static Optional<SecretStore> of(String word, StoreSettings settings) {
        return ALL.stream()
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .map(kind -> make(kind.getClass(), settings));
    }

    private static SecretStore make(Class<?> kind, StoreSettings settings) {
        try {
            return (SecretStore) kind.getConstructor(StoreSettings.class).newInstance(settings);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(kind + " has no public constructor that takes StoreSettings", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(kind + " cannot be made", e);
        }
    }
}
