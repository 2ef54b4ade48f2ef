package dev.blackstart.access;

import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.Inventory;
import java.util.List;

/**
 * Times a large inventory: {@code ci/bench/access} runs it in a process of its own. Ends with 1 if a bus factor is not
 * exact.
 */
final class AccessBenchmark {
    private AccessBenchmark() {}

    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[0]);
        Inventory inventory = LargeInventory.of(seed);
        boolean exact = arguments[1].equals("all") ? all(inventory) : busFactors(inventory);
        if (!exact) {
            throw new IllegalStateException("not every bus factor is exact");
        }
    }

    private static boolean busFactors(Inventory inventory) {
        Access access = Access.of(inventory);
        List<Bounds> sizes = inventory.secrets().values().stream()
                .map(DocumentedSecret::name)
                .map(name -> access.busFactor(name).size())
                .toList();
        long exact = sizes.stream().filter(Bounds::exact).count();
        System.out.printf(
                "%d people, %d secrets: %d bus factors exact, from %d to %d%n",
                inventory.people().size(),
                sizes.size(),
                exact,
                sizes.stream().mapToInt(Bounds::least).min().orElseThrow(),
                sizes.stream().mapToInt(size -> size.most().orElseThrow()).max().orElseThrow());
        return exact == sizes.size();
    }

    private static boolean all(Inventory inventory) {
        List<Numbers> numbers = Access.of(inventory).answer().secretAccess().stream()
                .map(SecretAccess::numbers)
                .toList();
        System.out.printf(
                "%d secrets: %d opening sizes exact; cut sets: %d lists complete, %d more counted, %d bounded%n",
                numbers.size(),
                numbers.stream()
                        .flatMap(one -> one.openingSize().stream())
                        .filter(opening -> opening.size().exact())
                        .count(),
                numbers.stream().filter(one -> one.cutSets().complete()).count(),
                numbers.stream()
                        .filter(one ->
                                !one.cutSets().complete() && one.cutSets().counted())
                        .count(),
                numbers.stream().filter(one -> !one.cutSets().counted()).count());
        return numbers.stream().allMatch(one -> one.busFactor().size().exact());
    }
}
