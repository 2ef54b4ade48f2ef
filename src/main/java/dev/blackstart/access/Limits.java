package dev.blackstart.access;

/**
 * How far is searched where there may be more than anybody can read or any machine can find; beyond it there are bounds.
 *
 * @param listed cut sets of one formula
 * @param busFactors effort for all bus factors together
 * @param others effort for all opening sizes, and a third as much again for all cut sets
 * @param fewSets minimal sets of a formula that is told from these, without a search
 * @param tried parts of formulas to look at while small sets of people are tried on all of them
 * @param circle formulas that are made to follow secrets that open each other
 */
record Limits(int listed, long busFactors, long others, int fewSets, long tried, int circle) {
    static final Limits USUAL = new Limits(100, 1_500_000, 1_000_000, 64, 40_000_000, 20_000);
}
