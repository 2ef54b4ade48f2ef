package dev.blackstart.artefact;

import dev.blackstart.finding.Place;

/** A recipient and where the artefact names it. */
public record Slot(Recipient recipient, Place place) {}
