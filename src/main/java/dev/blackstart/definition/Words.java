package dev.blackstart.definition;

import dev.blackstart.finding.Code;
import java.util.Arrays;
import java.util.Optional;

/** Matches the words of the files, such as {@code third-party}, with the constants of an enum. */
final class Words {
    private Words() {}

    static <E extends Enum<E>> Optional<E> of(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Code.kebab(constant).equals(word))
                .findFirst();
    }
}
