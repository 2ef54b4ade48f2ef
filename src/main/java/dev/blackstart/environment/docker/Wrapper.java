package dev.blackstart.environment.docker;

import dev.blackstart.machine.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a command is wrapped in on its machine: a limit to its time, or a tether to us. */
final class Wrapper {
    /** How long {@code timeout} waits after SIGTERM before SIGKILL. */
    static final Duration KILL_AFTER = Duration.ofSeconds(2);

    /** What comes first on standard error, and shows that it was the command that ran, not the wrapper that failed. */
    private static final byte BEGUN = 1;

    /** A program that is not there has not begun either. */
    private static final String BEGIN =
            "if command -v -- \"$1\" >/dev/null; then printf '\\%o' >&2; fi; exec \"$@\"".formatted(BEGUN);

    /**
     * Whatever ignored the end of its time and outlived who was told of it: every process of this session, since the
     * engine begins one with each command. Nothing of it is the command's, so it says nothing of its own.
     */
    private static final String SESSION = """
            exec 3>&2 2>/dev/null
            timeout "$@" 2>&3 3>&-
            status=$?
            case $status in 124 | 137 | 143)
                for round in 1 2 3 4 5 6 7 8 9 10; do
                    left=
                    for stat in /proc/[0-9]*/stat; do
                        read -r line <"$stat" || continue
                        pid=${line%% *}
                        set -- ${line##*) }
                        [ "$4" = $$ ] && [ "$pid" != $$ ] && [ "$1" != Z ] && kill -9 "$pid" && left=$pid
                    done
                    [ -n "$left" ] || break
                done
            esac
            exit $status
            """;

    /**
     * The time ran out, says {@code timeout} of coreutils; it ran out and only SIGKILL helped; BusyBox becomes the
     * command, which SIGTERM then ends.
     */
    private static final List<Integer> TIMED_OUT = List.of(124, 137, 143);

    private Wrapper() {}

    /** Ends the process once its time is up, with all that it began. BusyBox knows no long options. */
    static List<String> limited(Command command) {
        List<String> arguments = new ArrayList<>(List.of(
                "sh",
                "-c",
                SESSION,
                "limited",
                "-k",
                String.valueOf(KILL_AFTER.toSeconds()),
                String.format(Locale.ROOT, "%.3f", command.timeout().toMillis() / 1000.0),
                "sh",
                "-c",
                BEGIN,
                "begin"));
        arguments.addAll(command.arguments());
        return arguments;
    }

    /** Whether this is how a limited process ends whose time has run out. */
    static boolean timedOut(int exitCode) {
        return TIMED_OUT.contains(exitCode);
    }

    /** Ends the process once its standard input ends: when we close it, and when we die. */
    static List<String> tethered(Command command) {
        List<String> arguments = new ArrayList<>(List.of(
                "sh",
                "-c",
                "exec 3<&0; \"$@\" </dev/null 3<&- & child=$!;"
                        + " { cat <&3; kill \"$child\"; } >/dev/null 2>&1 & wait \"$child\"",
                "watch"));
        arguments.addAll(command.arguments());
        return arguments;
    }

    /** Takes the standard error of a limited process, and passes on what the command itself wrote. */
    static final class Errors implements Frames.Sink {
        private final Frames.Sink own;
        private boolean first = true;
        private volatile boolean begun;

        Errors(Frames.Sink own) {
            this.own = own;
        }

        /** Whether the command was begun. */
        boolean begun() {
            return begun;
        }

        @Override
        public void add(byte[] bytes, int length) {
            if (first && length > 0) {
                first = false;
                begun = bytes[0] == BEGUN;
                if (begun) {
                    own.add(Arrays.copyOfRange(bytes, 1, length), length - 1);
                    return;
                }
            }
            own.add(bytes, length);
        }
    }
}
