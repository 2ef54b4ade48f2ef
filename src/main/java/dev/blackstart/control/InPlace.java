package dev.blackstart.control;

/** Whether a control can be seen at one step of a recovery that goes on afterwards, instead of in one of its own. */
public enum InPlace {
    /** It takes away what cannot be given back. */
    NEVER,
    /** One thing is missing, which can be given back: a step that needs it fails without it. */
    AT_ONCE,
    /** The same, but often a later step misses it first. */
    OFTEN_LATER
}
