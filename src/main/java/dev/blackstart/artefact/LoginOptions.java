package dev.blackstart.artefact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What stands before a key in {@code authorized_keys} (sshd(8), AUTHORIZED_KEYS FILE FORMAT).
 *
 * @param all such as {@code from="10.0.0.0/8"}, as they stand there
 */
public record LoginOptions(List<String> all) {
    private static final String EXPIRY = "expiry-time";
    private static final String AUTHORITY = "cert-authority";

    /** What takes something of a login away. */
    private static final Set<String> RESTRICTING = Set.of(
            "command",
            "from",
            "no-agent-forwarding",
            "no-port-forwarding",
            "no-pty",
            "no-user-rc",
            "no-x11-forwarding",
            "permitlisten",
            "permitopen",
            "principals",
            "restrict");

    private static final Set<String> OTHERS = Set.of(
            AUTHORITY,
            "agent-forwarding",
            "environment",
            "no-touch-required",
            "port-forwarding",
            "pty",
            "tunnel",
            "user-rc",
            "verify-required",
            "x11-forwarding");

    public LoginOptions {
        all = List.copyOf(all);
    }

    private static String name(String option) {
        return option.split("=", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String value(String option) {
        return option.contains("=") ? option.split("=", 2)[1].strip().replaceAll("^\"|\"$", "") : "";
    }

    /** Says whether the line lets in everybody whose key this one has signed. */
    public boolean authority() {
        return all.stream().anyMatch(option -> name(option).equals(AUTHORITY));
    }

    /** Lists those that restrict what whoever logs in may do, or from where. */
    public List<String> restrictions() {
        return all.stream().filter(option -> RESTRICTING.contains(name(option))).toList();
    }

    /** Gives when the key is refused from: of several dates the first, as any of them is enough. */
    public Optional<ExpiryTime> expiry() {
        return all.stream()
                .filter(option -> name(option).equals(EXPIRY))
                .flatMap(option -> ExpiryTime.read(value(option)).stream())
                .min(ExpiryTime.FIRST);
    }

    /** Gives an option that no server is known to take: it makes the server skip the line. */
    Optional<String> refused() {
        return all.stream().filter(option -> !known(option)).findFirst();
    }

    private static boolean known(String option) {
        String name = name(option);
        return name.equals(EXPIRY)
                ? ExpiryTime.read(value(option)).isPresent()
                : RESTRICTING.contains(name) || OTHERS.contains(name);
    }
}
