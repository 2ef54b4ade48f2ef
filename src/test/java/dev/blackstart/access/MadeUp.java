package dev.blackstart.access;

import dev.blackstart.definition.Inventory;
import java.util.List;
import java.util.Random;

/** A made-up inventory, and what is said of it by who may look only so far. */
public record MadeUp(Inventory inventory, Access access) {
    private static final List<Limits> LIMITS = List.of(
            new Limits(0, 0, 0, 0, 0, 0),
            new Limits(1, 100, 100, 2, 0, 0),
            new Limits(2, 0, 1_000, 0, 10, 5),
            new Limits(1, 1_000, 0, 3, 100, 1_000));

    /** Makes one up, and chooses how far may be looked. */
    public static MadeUp of(Random random) {
        Inventory inventory = RandomInventory.of(random);
        return new MadeUp(inventory, Access.of(inventory, LIMITS.get(random.nextInt(LIMITS.size()))));
    }
}
