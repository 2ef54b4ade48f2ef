package dev.blackstart.artefact;

import java.util.Optional;

/**
 * An encrypted file of a store.
 *
 * @param list the nearest list of recipients above it; empty if there is none
 * @param folder in which it lies, as its store names it; the empty text where the store begins
 */
public record StoreFile(EncryptedFile file, Optional<RecipientList> list, String folder) {}
