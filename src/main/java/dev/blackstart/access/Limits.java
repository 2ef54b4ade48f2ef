package dev.blackstart.access;

/**
 * How much is listed where there may be more than anybody can read or any machine can find.
 *
 * @param listed cut sets of one formula
 * @param searched cut sets of all formulas together
 */
record Limits(int listed, int searched) {
    static final Limits USUAL = new Limits(100, 5_000);
}
