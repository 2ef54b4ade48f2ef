package dev.blackstart.state;

/** Something that is not as it was; {@code object} such as {@code table public.pledges}. */
public record Difference(String object, String what) {}
