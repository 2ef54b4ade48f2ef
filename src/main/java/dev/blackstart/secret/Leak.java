package dev.blackstart.secret;

/**
 * A place where a secret can be read; the value itself is not in here.
 *
 * @param secret the secret's name
 * @param form how it is written there: plain, line (one line of it), base64, hex, url, json, markup
 * @param where a file, or what the scanned text was called
 * @param offset bytes of a file, characters of a text, before the value
 */
public record Leak(String secret, String form, String where, long offset) {}
