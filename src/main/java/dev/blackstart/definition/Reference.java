package dev.blackstart.definition;

import dev.blackstart.finding.Place;

/**
 * What a state says of files that another one holds: each row names its file, and each file has its row.
 *
 * @param host that holds the files
 * @param files the name of the state that they are
 * @param query gives a path a row, as seen from that state's own or absolute, and beside it, where it knows, the file's SHA-256
 */
public record Reference(String host, String files, String query, Place place) {}
