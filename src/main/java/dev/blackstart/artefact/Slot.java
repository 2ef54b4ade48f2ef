package dev.blackstart.artefact;

import dev.blackstart.definition.Place;

/** A recipient and where the artefact names it. */
public record Slot(Recipient recipient, Place place) {}
