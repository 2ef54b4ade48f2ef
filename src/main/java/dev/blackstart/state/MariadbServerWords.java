package dev.blackstart.state;

import dev.blackstart.state.Fingerprint.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Words in what a MariaDB server is not what it was, beside what it holds: passwords, plugins, settings, its own tables. */
final class MariadbServerWords {
    private static final String PASSWORD = "password";
    private static final String PLUGIN = "plugin";
    private static final String UPGRADE = "upgrade";

    /** A password that is set again gets another salt. */
    private static final Set<String> SALTED = Set.of("parsec", "caching_sha2_password", "sha256_password");

    private MariadbServerWords() {}

    static List<Difference> between(Fingerprint was, Fingerprint is) {
        List<Difference> differences =
                new ArrayList<>(MariadbDifferences.ofBoth(was, is, PASSWORD, MariadbServerWords::password));
        differences.addAll(noPassword(was, is));
        was.of(PLUGIN).forEach((name, before) -> {
            Content after = is.of(PLUGIN).get(name);
            if (before.content().equals("active") && !before.equals(after)) {
                differences.add(new Difference(name, "is missing or not active " + Fingerprint.NO_LOSS));
            }
        });
        differences.addAll(MariadbDifferences.ofBoth(was, is, "setting", MariadbServerWords::setting));
        differences.addAll(MariadbDifferences.ofBoth(was, is, "time zones", MariadbServerWords::timeZones));
        is.of(UPGRADE).forEach((name, version) -> {
            if (!version.equals(was.of(UPGRADE).get(name))) {
                differences.add(new Difference(
                        name,
                        "has the tables of version %s: mariadb-upgrade was not run %s"
                                .formatted(version.content(), Fingerprint.NO_LOSS)));
            }
        });
        return differences;
    }

    /** An account that is missing was told of; one without its password lets everybody in. */
    private static List<Difference> noPassword(Fingerprint was, Fingerprint is) {
        Set<String> facts = is.of("fact").keySet();
        return was.of(PASSWORD).keySet().stream()
                .filter(name ->
                        !is.of(PASSWORD).containsKey(name) && facts.contains(name.substring("password of ".length())))
                .map(name -> new Difference(name, "is missing"))
                .toList();
    }

    /** Nothing of a password is ever shown, not even its digest; another plugin is told of the account. */
    private static Optional<String> password(Content before, Content after) {
        String kind = before.content().split(" ", -1)[0];
        boolean comparable = after.content().startsWith(kind + " ") && !SALTED.contains(kind);
        return comparable && !before.equals(after) ? Optional.of("is another one") : Optional.empty();
    }

    private static Optional<String> setting(Content before, Content after) {
        return before.equals(after)
                ? Optional.empty()
                : Optional.of("was %s, is %s %s"
                        .formatted(
                                ShownValue.of(before.content()), ShownValue.of(after.content()), Fingerprint.NO_LOSS));
    }

    private static Optional<String> timeZones(Content before, Content after) {
        return after.content().equals("empty") && !before.equals(after)
                ? Optional.of("were filled, are empty: times cannot be converted by the name of a zone "
                        + Fingerprint.NO_LOSS)
                : Optional.empty();
    }
}
