package dev.blackstart.artefact;

import java.util.Optional;

/**
 * A file encrypted with sops.
 *
 * @param rule the rule of the nearest {@code .sops.yaml} that is for the file
 * @param rules whether there is a {@code .sops.yaml} at all
 */
public record SopsFile(EncryptedFile file, Optional<CreationRule> rule, boolean rules) {}
