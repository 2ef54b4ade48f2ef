package dev.blackstart.verification;

import dev.blackstart.definition.DrillDefinition.Check;
import dev.blackstart.definition.DrillDefinition.Request;
import dev.blackstart.environment.Replica;
import dev.blackstart.journal.Event.CheckOutcome;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.observe.Probe;
import dev.blackstart.observe.Sample;
import java.time.Duration;
import java.util.function.BiFunction;

/** Carries out the drill's own checks. */
public final class Checks {
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(1);
    private static final Duration HTTP_WITHIN = Duration.ofSeconds(5);

    private final Replica replica;
    private final Databases databases;
    private final BiFunction<String, Request, Probe> probes;

    /** @param probes makes a probe of a name and a request */
    public Checks(Replica replica, Databases databases, BiFunction<String, Request, Probe> probes) {
        this.replica = replica;
        this.databases = databases;
        this.probes = probes;
    }

    /** What came of a check; {@code detail} shows what was seen. */
    public record Result(CheckOutcome outcome, String detail) {}

    /** Carry one out; that it cannot be carried out is a result as well. */
    public Result carryOut(Check check) {
        if (check instanceof Check.Sql sql) {
            return sql(sql);
        }
        Check.Http http = (Check.Http) check;
        Sample sample =
                probes.apply(http.name(), http.request()).ask(HTTP_WITHIN).join();
        CheckOutcome silent = sample.answered() ? CheckOutcome.FAILED : CheckOutcome.ERROR;
        return new Result(sample.up() ? CheckOutcome.PASSED : silent, sample.detail());
    }

    private Result sql(Check.Sql check) {
        if (!replica.stands(check.service())) {
            return new Result(CheckOutcome.ERROR, "there is no host " + check.service());
        }
        Outcome outcome = replica.host(check.service())
                .run(Command.as(
                                "postgres",
                                "psql",
                                "-XAtq",
                                "-v",
                                "ON_ERROR_STOP=1",
                                "-d",
                                databases.name(check.service()),
                                "-f",
                                "-")
                        .with(check.query())
                        .within(ANSWERED_WITHIN));
        if (!outcome.succeeded()) {
            return new Result(CheckOutcome.ERROR, outcome.err().strip());
        }
        String value = outcome.out().strip();
        if (value.isEmpty()) {
            return new Result(CheckOutcome.ERROR, "the query gave nothing to compare: " + check.query());
        }
        return value.equals(check.equalTo())
                ? new Result(CheckOutcome.PASSED, value)
                : new Result(CheckOutcome.FAILED, "expected " + check.equalTo() + ", found " + value);
    }
}
