package dev.blackstart.kind;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The kinds of a sealed family, by the words of definitions. The list of them is the family's {@code permits}, and that of
 * the sealed families among these; each has a {@link Word} and reads itself: {@code static Optional<KIND> read(Parameters parameters)}, empty where one is missing,
 * which the schema has reported by then.
 */
public final class Kinds<T> {
    private final Class<T> family;
    private final SortedMap<String, Method> readers = new TreeMap<>();

    private Kinds(Class<T> family) {
        this.family = family;
    }

    /** Find them; throws {@link IllegalStateException} where one has no word, no reader, or the word of another. */
    public static <T> Kinds<T> of(Class<T> family) {
        Kinds<T> kinds = new Kinds<>(family);
        for (Class<?> kind : permitted(family).toList()) {
            if (kinds.readers.put(word(kind), reader(kind)) != null) {
                throw new IllegalStateException("two kinds have the word of " + kind);
            }
        }
        return kinds;
    }

    private static Stream<Class<?>> permitted(Class<?> family) {
        return Stream.<Class<?>>of(family.getPermittedSubclasses())
                .flatMap(one -> one.isSealed() ? permitted(one) : Stream.of(one));
    }

    /** All words, in their order. */
    public Set<String> words() {
        return Collections.unmodifiableSet(readers.keySet());
    }

    /** One of each kind that needs no parameters, in the order of their words. */
    public List<T> all() {
        return words().stream()
                .flatMap(word -> read(word, Parameters.none()).stream())
                .toList();
    }

    /** Read one; empty where no kind has this word, or where a parameter is missing. */
    public Optional<T> read(String word, Parameters parameters) {
        Method reader = readers.get(word);
        if (reader == null) {
            return Optional.empty();
        }
        try {
            return ((Optional<?>) reader.invoke(null, parameters)).map(family::cast);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a " + word + " cannot be read", e);
        }
    }

    /** The word of a kind; throws {@link IllegalStateException} where it has none. */
    public static String word(Class<?> kind) {
        Word word = kind.getAnnotation(Word.class);
        if (word == null) {
            throw new IllegalStateException("no @Word on " + kind);
        }
        return word.value();
    }

    private static Method reader(Class<?> kind) {
        try {
            Method reader = kind.getDeclaredMethod("read", Parameters.class);
            reader.setAccessible(true); // kinds are known to their own package only
            return reader;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("no static read(Parameters) in " + kind, e);
        }
    }
}
