package dev.blackstart.artefact;

import dev.blackstart.finding.Finding;
import java.util.List;

/**
 * What the head of an encrypted file says.
 *
 * @param faults why the recipients may not be all
 */
record Header(List<Recipient> recipients, List<Finding> faults) {}
