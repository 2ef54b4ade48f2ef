package dev.blackstart.report;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.stream.Stream;

/** The ways to write a report down: the classes that {@link Rendering} permits, in their order. */
final class Renderings {
    private static final List<Rendering> ALL = Stream.of(Rendering.class.getPermittedSubclasses())
            .map(Renderings::make)
            .toList();

    private Renderings() {}

    static List<Rendering> all() {
        return ALL;
    }

    private static Rendering make(Class<?> way) {
        try {
            return (Rendering) way.getDeclaredConstructor().newInstance();
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(way + " has no constructor without parameters", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(way + " cannot be made", e);
        }
    }
}
