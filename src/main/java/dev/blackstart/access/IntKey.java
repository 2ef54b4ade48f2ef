package dev.blackstart.access;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whole numbers in their order, by which something is found; equal to the same ones. */
final class IntKey {
    private final int[] numbers;

    /** @param numbers not to be changed any more */
    IntKey(int[] numbers) {
        this.numbers = numbers;
    }

    /** Gives the numbers, which are not to be changed. */
    int[] numbers() {
        return numbers;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntKey that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }
}
