package dev.blackstart.observe;

/**
 * A certificate that a service showed.
 *
 * @param address host and port that showed it
 * @param sha256 of its DER form, in hex
 */
public record SeenCertificate(String address, String sha256) {}
