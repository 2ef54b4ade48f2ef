package dev.blackstart.artefact;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file encrypted with sops.
 *
 * @param rule the rule of the nearest {@code .sops.yaml} that is for the file
 * @param rules the nearest {@code .sops.yaml} that has rules
 * @param inputType what sops must be told of the file's type; empty where it goes by the file's name
 */
public record SopsFile(
        EncryptedFile file, Optional<CreationRule> rule, Optional<Path> rules, Optional<String> inputType) {}
