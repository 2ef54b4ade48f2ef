package dev.blackstart.definition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Matches the words of the files, such as {@code third-party}, with the constants of an enum. */
final class Words {
    private Words() {}

    static <E extends Enum<E>> Optional<E> of(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
