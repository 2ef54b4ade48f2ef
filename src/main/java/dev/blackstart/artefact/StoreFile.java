package dev.blackstart.artefact;

import java.util.Optional;

/**
 * An encrypted file of a store.
 *
 * @param list the nearest list of recipients above it; empty if there is none
 * @param anew how it is written anew
 */
public record StoreFile(EncryptedFile file, Optional<RecipientList> list, Anew anew) {}
