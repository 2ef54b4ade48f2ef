package dev.blackstart.testing;

/** One server for all tests of a JVM that leave it as it was: it takes seconds to make. */
public final class SharedMariadb {
    private static final LocalMariadb SERVER = made();

    private SharedMariadb() {}

    public static LocalMariadb get() {
        return SERVER;
    }

    private static LocalMariadb made() {
        LocalMariadb server = LocalMariadb.make();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }
}
