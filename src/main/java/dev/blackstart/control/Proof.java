package dev.blackstart.control;

/** How much is known of whether recovery needs a secret. */
public enum Proof {
    /** Without it, recovery failed at a step that opened it or later. */
    NEEDED,
    /** Without it, recovery went through all the same. */
    IN_VAIN,
    /** No control told. */
    UNPROVEN
}
