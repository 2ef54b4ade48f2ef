package dev.blackstart.drift;

import dev.blackstart.artefact.RecipientList;
import java.util.List;

/**
 * A list of recipients and whom it names.
 *
 * @param first what hints say to do before anything is encrypted to the list; empty if nothing has to be
 * @param encrypt how hints say to put somebody's new key in the place of one that is revoked
 */
record Listed(RecipientList list, List<Expected> expected, String first, String encrypt) {}
