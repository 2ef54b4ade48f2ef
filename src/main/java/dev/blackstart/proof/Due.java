package dev.blackstart.proof;

/**
 * A key whose owner is to be asked.
 *
 * @param key the fingerprint of an OpenPGP or SSH key, or an age recipient
 * @param part what of it is to be proved: the OpenPGP subkey that opens stores; otherwise the key
 */
public record Due(String person, String key, String part) {}
