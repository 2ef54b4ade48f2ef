package dev.blackstart.access;

/**
 * How far is searched where there may be more than anybody can read or any machine can find; beyond it there are bounds.
 *
 * @param listed cut sets of one formula
 * @param busFactors effort for all bus factors together
 * @param others effort for all opening sizes, and as much again for all cut sets
 * @param fewSets minimal sets of a formula that is told from these, without a search
 */
record Limits(int listed, long busFactors, long others, int fewSets) {
    static final Limits USUAL = new Limits(100, 1_000_000_000, 1_000_000, 64);
}
