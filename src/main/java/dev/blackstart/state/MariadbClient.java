package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.machine.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words commands for a server's own client, {@code mariadb} or {@code mysql}; what it is to do comes by standard input. A
 * password, where one is needed, is in the user's own {@code ~/.my.cnf}.
 *
 * @param socket where it is not where the packages put it
 * @param port of a server that is asked by TCP
 * @param user of the server, and of the host, too
 */
record MariadbClient(Optional<String> socket, Optional<String> port, String user) {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String SUPERUSER = "root";

    /** MariaDB 11 brings no {@code mysql}, MySQL no {@code mariadb}. */
    private static final String EITHER = "command -v mariadb >/dev/null && exec mariadb \"$@\"; exec mysql \"$@\"";

    static MariadbClient read(Parameters parameters) {
        return new MariadbClient(
                parameters.text("socket"),
                parameters.text("port"),
                parameters.text("user").orElse(SUPERUSER));
    }

    /** Give a server that broke down half a minute to be started again, as its unit would. */
    Command awaiting() {
        List<String> words = new ArrayList<>(command("--execute=select 1").arguments());
        words.set(2, "for i in $(seq 30); do (%s) && exit; sleep 1; done; exit 1".formatted(EITHER));
        return Command.as(user, words.toArray(String[]::new)).within(LONG);
    }

    /** One record a line, its fields parted by tabs, both escaped within a field; the first error ends it. */
    Command command(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "sh",
                "-c",
                EITHER,
                "mariadb",
                "--batch",
                "--skip-raw",
                "--skip-column-names",
                "--skip-table",
                "--skip-vertical",
                "--skip-auto-vertical-output",
                "--skip-html",
                "--skip-xml",
                "--skip-reconnect",
                "--no-auto-rehash",
                "--binary-mode",
                "--default-character-set=utf8mb4",
                "--user=" + user));
        socket.ifPresent(path -> words.addAll(List.of("--protocol=socket", "--socket=" + path)));
        port.ifPresent(number -> words.addAll(List.of("--protocol=tcp", "--host=127.0.0.1", "--port=" + number)));
        words.addAll(List.of(more));
        return Command.as(user, words.toArray(String[]::new)).within(LONG);
    }
}
