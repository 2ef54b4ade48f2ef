package dev.blackstart.finding;

import java.util.Locale;

/** The kind of a finding. Each package that finds something has an enum of its own codes; the docs explain every one. */
public interface Code {
    /** Name the constant. */
    String name();

    /** Say how much everything of this kind weighs. */
    Severity severity();

    /** Say whether, where this was found, the answer to what was asked is not complete. */
    default boolean untold() {
        return false;
    }

    /** Spell the code as reports and docs do, such as {@code extra-recipient}. */
    default String word() {
        return kebab(name());
    }

    /** Spell a constant as scripts read it, such as {@code timed-out}. */
    static String kebab(Enum<?> constant) {
        return kebab(constant.name());
    }

    private static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
