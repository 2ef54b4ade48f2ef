package dev.blackstart.artefact;

import java.util.List;

/**
 * What the head of an encrypted file says.
 *
 * @param faults why the recipients may not be all
 */
record Header(List<Recipient> recipients, List<Fault> faults) {}
