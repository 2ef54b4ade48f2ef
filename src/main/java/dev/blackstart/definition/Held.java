package dev.blackstart.definition;

import dev.blackstart.state.State;

/** A state and the host that holds it. */
public record Held(String host, State state) {}
