package dev.blackstart.environment.docker;

/**
 * A network of a replica.
 *
 * @param prefix the first three bytes of its addresses, such as {@code 10.1.2}
 */
record Network(String id, String name, String prefix) {
    /** Where the witness sits on each. */
    static final int WITNESS = 250;

    String address(int host) {
        return prefix + "." + host;
    }
}
