package dev.blackstart.drill;

/** One part of an attempt; what it found out is asked of it by the parts that come after it. */
interface Part {
    /** Carry it out; false: nothing that follows could tell anything. */
    boolean carryOut();

    /** End what goes on beside the other parts; called once, also where the part was never carried out. */
    default void end() {}
}
