package dev.blackstart.answer;

import dev.blackstart.access.AccessAnswer;
import dev.blackstart.access.Numbers;
import dev.blackstart.access.RunbookAccess;
import dev.blackstart.access.SecretAccess;
import java.util.Comparator;
import java.util.List;

/** Puts the weakest first; what is equally weak stays in the order of the file. */
final class Order {
    private static final Comparator<Numbers> WEAKEST_FIRST = Comparator.comparingInt(
                    (Numbers numbers) -> numbers.busFactor().size().least())
            .thenComparingInt(numbers ->
                    numbers.openingSize().map(opening -> opening.size().least()).orElse(0));

    private Order() {}

    static List<SecretAccess> secrets(AccessAnswer access) {
        return access.secretAccess().stream()
                .sorted(Comparator.comparing(SecretAccess::numbers, WEAKEST_FIRST))
                .toList();
    }

    static List<RunbookAccess> runbooks(AccessAnswer access) {
        return access.runbookAccess().stream()
                .sorted(Comparator.comparing(RunbookAccess::numbers, WEAKEST_FIRST))
                .toList();
    }
}
