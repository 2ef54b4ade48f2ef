package dev.blackstart.testing;

import dev.blackstart.finding.Place;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.journal.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens in runs of the reference environment. */
final class Story {
    private static final String RUNBOOK = "environments/snowdrift/runbooks/restore-database.md";
    private static final String ORDER = "2. Order a new database server";
    private static final String RESTORE = "3. Restore the newest backup";
    private static final String APP = "4. Let the website in again";
    private static final String TIMER = "5. Switch the backups on again";

    private final Script script = new Script();
    private final Plans.Options options;

    private Story(Plans.Options options) {
        this.options = options;
    }

    static Journals recovered(Plans.Options options) {
        Story story = new Story(options);
        story.script.say(Plans.plan(options));
        story.attempt(Optional.empty(), Optional.empty());
        story.recovery(0);
        story.verified();
        story.restarted();
        story.closed();
        if (!options.quick()) {
            story.control(Journals.WITHOUT_BACKUP, "without-backup", Optional.empty(), 3);
            story.control(Journals.OLDER_BACKUP, "older-backup", Optional.empty(), 3);
            story.withheld("primary-account", 1);
            story.withheld("backup-passphrase", 3);
            story.withheld("backup-push-key", 3);
            story.withheld("database-password", 5);
            story.another("primary-account", 1);
            story.another("backup-passphrase", 3);
            story.another("backup-push-key", 6);
            story.another("database-password", 6);
        }
        return story.ended();
    }

    static Journals lockedOut() {
        Story story = new Story(Plans.Options.LOCKED_OUT);
        story.script.say(Plans.plan(story.options));
        story.attempt(Optional.empty(), Optional.empty());
        story.recovery(1);
        story.closed();
        story.script.attempt(Journals.EVERYBODY_BACK);
        story.attempt(Optional.of("everybody-back"), Optional.empty());
        story.recovery(0);
        story.verified();
        story.closed();
        story.control(Journals.SHUT_TO_ANOTHER, "door-to-another-value", Optional.of("primary-account"), 1);
        return story.ended();
    }

    private void withheld(String secret, int failingStep) {
        control(Journals.without(secret), "secret-withheld", Optional.of(secret), failingStep);
    }

    private void another(String secret, int failingStep) {
        control(Journals.withAnother(secret), "another-value", Optional.of(secret), failingStep);
    }

    private void control(String name, String kind, Optional<String> withheld, int failingStep) {
        script.attempt(name);
        attempt(Optional.of(kind), withheld);
        recovery(failingStep);
        closed();
    }

    private void attempt(Optional<String> kind, Optional<String> withheld) {
        script.say(new Event.AttemptStarted(kind, withheld, Optional.empty()))
                .stage(Stage.ENVIRONMENT, 3120)
                .say(new Event.IsolationProved(List.of(
                        "every network is internal",
                        "no host has a default route",
                        "no port is published",
                        "no host sees the engine's socket")))
                .say(new Event.StageStarted(Stage.BASELINE))
                .after(410)
                .say(new Event.ProbeTurned("the website lists its projects", true, "200"))
                .say(new Event.SteadyStateHeld(List.of("the website lists its projects")))
                .after(650)
                .say(new Event.FingerprintTaken("db", "snowdrift", 143, counts()))
                .after(8000)
                .say(new Event.WorkloadStopped(
                        "bs1a2b3c4d",
                        160,
                        158,
                        2,
                        "refused: 503",
                        Optional.of(1),
                        Duration.ofSeconds(8),
                        Plans.inDrill(12)))
                .say(new Event.StageEnded(Stage.BASELINE))
                .say(new Event.StrikeBegun())
                .after(4)
                .say(new Event.Struck())
                .after(38)
                .say(new Event.ProbeTurned("the website lists its projects", false, "502"))
                .after(310)
                .say(new Event.Damaged(
                        options.corrupts()
                                ? "64 bytes of page 4000 of the table history were flipped"
                                : "db and its 2 volumes are gone"));
        if (options.corrupts()) {
            script.after(900)
                    .say(new Event.Detected(
                            "pg_amcheck",
                            true,
                            "invalid page in block 4000 of relation base/16385/16408",
                            Optional.of(Duration.ofMillis(500)),
                            Plans.inDrill(30)));
        }
    }

    /** @param failing the number of the step at which it ends; 0: none */
    private void recovery(int failing) {
        if (step(
                        1 == failing,
                        ORDER,
                        18,
                        "provider",
                        "provision db",
                        890,
                        "",
                        Optional.of("primary-account"),
                        "primary-account")
                && step(2 == failing, RESTORE, 27, "db over ssh", "systemctl start postgresql", 1790, "")
                && step(
                        3 == failing,
                        RESTORE,
                        34,
                        "responder",
                        "borg extract --stdout",
                        2950,
                        "db-2026-03-14T01:59:52\n200210 rows",
                        "backup-passphrase",
                        "backup-push-key")
                && step(4 == failing, RESTORE, 52, "db over ssh", "vacuumdb --analyze-only snowdrift", 445, "")
                && step(
                        5 == failing,
                        APP,
                        61,
                        "responder",
                        "pass show database-password",
                        520,
                        "",
                        "database-password")) {
            script.say(new Event.ProbeTurned("the website lists its projects", true, "200"));
            step(6 == failing, TIMER, 74, "db over ssh", "systemctl enable --now backup.timer", 310, "");
        }
    }

    private boolean step(
            boolean fails,
            String heading,
            int line,
            String target,
            String summary,
            long millis,
            String excerpt,
            String... opened) {
        return step(fails, heading, line, target, summary, millis, excerpt, Optional.empty(), opened);
    }

    private boolean step(
            boolean fails,
            String heading,
            int line,
            String target,
            String summary,
            long millis,
            String excerpt,
            Optional<String> refused,
            String... opened) {
        Place place = new Place(Path.of(RUNBOOK), line, 1);
        script.begin(heading, place, target, summary).after(millis);
        for (String secret : opened) {
            script.say(new Event.SecretOpened(secret, line(line)));
        }
        if (fails) {
            script.end(heading, place, StepOutcome.FAILED, "exit code 2", "no such thing", refused, opened);
        } else {
            script.end(heading, place, StepOutcome.DONE, "", excerpt, opened);
        }
        script.after(12);
        return !fails;
    }

    private static int line(int line) {
        return List.of(18, 27, 34, 52, 61, 74).indexOf(line) + 1;
    }

    private void verified() {
        script.say(new Event.WriteTaken())
                .say(new Event.StageStarted(Stage.VERIFICATION))
                .say(new Event.ProbesMeasured(
                        Optional.of(script.now().minusMillis(310)), options.stopsService(), Duration.ofMillis(18)))
                .after(220)
                .say(new Event.WorkloadReadBack(150, 8, 0, Duration.ofMillis(412), false))
                .say(new Event.CheckEnded(
                        "no pledge without a payment token", Event.CheckOutcome.PASSED, "0", Plans.inDrill(33)))
                .after(310)
                .say(new Event.Verified(156))
                .say(new Event.StageEnded(Stage.VERIFICATION));
    }

    private void restarted() {
        script.say(new Event.StageStarted(Stage.REBOOT))
                .after(3400)
                .say(new Event.HostRestarted(
                        "db",
                        true,
                        Duration.ofMillis(3400),
                        Duration.ofMinutes(1),
                        "",
                        Optional.empty(),
                        Plans.inDrill(2)))
                .say(new Event.StageEnded(Stage.REBOOT));
    }

    private void closed() {
        script.after(1150).say(new Event.CleanedUp(0, 0, 0, false)).say(new Event.AttemptEnded());
    }

    private Journals ended() {
        script.attempt("main")
                .say(new Event.Overhead(
                        Duration.ofMillis(31_200),
                        Duration.ofMillis(6_900),
                        Duration.ofMillis(8_700),
                        Duration.ofMillis(13_900),
                        Duration.ofMillis(1_700)))
                .say(new Event.RunEnded());
        return new Journals(script.entries());
    }

    /** In the order in which a kind counts. */
    private static Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("tables", 12L);
        counts.put("rows", 200_210L);
        return counts;
    }
}
