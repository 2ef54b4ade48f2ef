package dev.blackstart.testing;

import dev.blackstart.finding.Place;
import dev.blackstart.journal.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Plans of drills, in the shape of the reference environment. */
public final class Plans {
    public static final String DRILL_FILE = "drills/lost-database-server.drill.yaml";
    public static final String INVENTORY = "environments/snowdrift/secrets.yaml";

    /** What tests vary of a plan. */
    public record Options(
            boolean quick,
            Event.Expectation expectation,
            Duration recoveryTime,
            Duration recoveryPoint,
            boolean stopsService,
            boolean corrupts,
            List<Event.Tolerated> tolerated,
            Optional<Duration> pageDone) {
        public Options(
                boolean quick,
                Event.Expectation expectation,
                Duration recoveryTime,
                Duration recoveryPoint,
                boolean stopsService,
                boolean corrupts,
                List<Event.Tolerated> tolerated) {
            this(quick, expectation, recoveryTime, recoveryPoint, stopsService, corrupts, tolerated, Optional.empty());
        }

        public static final Options USUAL = new Options(
                false,
                Event.Expectation.RECOVERED,
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                true,
                false,
                List.of());
        public static final Options QUICK = new Options(
                true,
                Event.Expectation.RECOVERED,
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                true,
                false,
                List.of());
        public static final Options LOCKED_OUT = new Options(
                false,
                Event.Expectation.LOCKED_OUT,
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                true,
                false,
                List.of());
        public static final Options CORRUPTED = new Options(
                false,
                Event.Expectation.RECOVERED,
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                false,
                true,
                List.of());

        public Options objectives(Duration time, Duration point) {
            return new Options(quick, expectation, time, point, stopsService, corrupts, tolerated);
        }

        /** Bound the whole page, too. */
        public Options pageDone(Duration time) {
            return new Options(
                    quick,
                    expectation,
                    recoveryTime,
                    recoveryPoint,
                    stopsService,
                    corrupts,
                    tolerated,
                    Optional.of(time));
        }

        public Options tolerating(String secret, String because) {
            return new Options(
                    quick,
                    expectation,
                    recoveryTime,
                    recoveryPoint,
                    stopsService,
                    corrupts,
                    List.of(new Event.Tolerated(secret, because, inDrill(41))));
        }
    }

    private Plans() {}

    /** The plan of {@code lost-database-server}. */
    public static Event.RunStarted plan(Options options) {
        return new Event.RunStarted(
                "20260314-020000-k3f9",
                "0.1.0",
                Instant.parse("2026-03-14T02:00:00Z"),
                4711,
                options.quick(),
                false,
                "lost-database-server",
                "The database server is gone",
                inDrill(2),
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "snowdrift",
                options.expectation(),
                options.recoveryTime(),
                options.recoveryPoint(),
                options.pageDone(),
                inDrill(4),
                List.of(options.corrupts() ? "a cold page of the table history on db is damaged" : "db is lost"),
                options.stopsService(),
                options.stopsService() || options.corrupts(),
                options.corrupts(),
                List.of("alice", "bob", "carol"),
                List.of(),
                Optional.empty(),
                secrets(),
                List.of(),
                options.tolerated(),
                List.of("no pledge without a payment token"),
                options.expectation() == Event.Expectation.RECOVERED ? List.of("db") : List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        "the images of the hosts are at hand",
                        "the names of the hosts resolve",
                        "the provider sells a blank host at once",
                        "the personal keys have no passphrase"),
                "Docker 20.10.24, API 1.41, cgroup v1");
    }

    static Place inDrill(int line) {
        return new Place(Path.of(DRILL_FILE), line, 5);
    }

    private static List<Event.PlannedSecret> secrets() {
        return List.of(
                secret("primary-account", "buys hosts and opens consoles at hoster-a", 22),
                secret("backup-passphrase", "opens the borg repository of the website's database", 28),
                secret("backup-push-key", "pushes backups to the off-site server", 34),
                secret("database-password", "what the website says to its database", 40),
                secret("stripe-secret-key", "charges pledges", 46),
                secret("discourse-sso-secret", "signs people in to the forum", 52),
                secret("session-key", "seals the website's cookies", 58),
                secret("offsite-admin-key", "ssh login on the off-site server", 64));
    }

    private static Event.PlannedSecret secret(String name, String purpose, int line) {
        return new Event.PlannedSecret(name, purpose, "pass", new Place(Path.of(INVENTORY), line, 3));
    }
}
