package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.machine.Command;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which of a host's PostgreSQL servers is meant, and who is its superuser: a user of the host of the same name, too. libpq
 * takes both from its environment (its manual, section 34.15), so that every tool does.
 */
record PostgresqlServer(String superuser, Optional<String> socket, Optional<String> port) {
    /** The one that its packages make. */
    static final PostgresqlServer USUAL = new PostgresqlServer("postgres", Optional.empty(), Optional.empty());

    static PostgresqlServer read(Parameters parameters) {
        return new PostgresqlServer(
                parameters.text("user").orElse(USUAL.superuser), parameters.text("socket"), parameters.text("port"));
    }

    /** What is done as its superuser. */
    Command command(String... arguments) {
        Command command = Command.as(superuser, arguments);
        return new Command(command.user(), command.arguments(), environment(), command.input(), command.timeout());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        if (!superuser.equals(USUAL.superuser)) {
            environment.put("PGUSER", superuser);
        }
        socket.ifPresent(directory -> environment.put("PGHOST", directory));
        port.ifPresent(number -> environment.put("PGPORT", number));
        return environment;
    }
}
