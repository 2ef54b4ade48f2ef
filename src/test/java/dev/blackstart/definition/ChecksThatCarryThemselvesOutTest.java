package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.definition.Check.Result;
import dev.blackstart.definition.Check.Result.Said;
import dev.blackstart.definition.DrillDefinition.Request;
import dev.blackstart.finding.Place;
import dev.blackstart.machine.Host;
import dev.blackstart.state.State;
import dev.blackstart.testing.ThisMachine;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksThatCarryThemselvesOutTest {
    private static final Place PLACE = new Place(Path.of("drills/x.drill.yaml"), 1, 1);
    private static final State SHOP =
            State.KINDS.read("postgresql", key -> Optional.of("shop")).orElseThrow();

    @TempDir
    private Path tools;

    @Test
    void a_value_that_is_as_stated_is_a_yes() {
        assertThat(queried("echo 0")).isEqualTo(new Result(Said.YES, "0"));
    }

    @Test
    void another_value_is_a_no_with_both() {
        assertThat(queried("echo 7")).isEqualTo(new Result(Said.NO, "expected 0, found 7"));
    }

    @Test
    void a_query_that_gives_nothing_or_fails_says_nothing() {
        assertThat(queried("true"))
                .isEqualTo(new Result(Said.NOTHING, "the query gave nothing to compare: select count(*) from orders"));
        assertThat(queried("echo 0; echo 'no such table' >&2; exit 3"))
                .isEqualTo(new Result(Said.NOTHING, "no such table"));
    }

    @Test
    void a_host_that_is_not_there_says_nothing() {
        assertThat(query().carryOut(new Means(Optional.empty())))
                .isEqualTo(new Result(Said.NOTHING, "there is no host db"));
    }

    @Test
    void a_request_is_asked_over_the_network_and_needs_a_way_there() {
        Request.Http asked = new Request.Http("app", 443, true, "GET", "/health", 200, Optional.empty());
        Check check = new HttpCheck("it is well", asked, PLACE);

        assertThat(check.request()).contains(asked);
        assertThat(query().request()).isEmpty();
        assertThat(check.carryOut(new Means(Optional.empty())))
                .isEqualTo(new Result(Said.YES, "it is well: app/health"));
    }

    private Result queried(String psql) {
        return query().carryOut(new Means(Optional.of(new ThisMachine(tools).tool("psql", "cat >/dev/null; " + psql))));
    }

    private static Check query() {
        return new SqlCheck("no orders", new Held("db", SHOP), "select count(*) from orders", "0", PLACE);
    }

    private record Means(Optional<Host> only) implements Check.Means {
        @Override
        public Optional<Host> host(String name) {
            return only.filter(host -> host.name().equals(name));
        }

        @Override
        public boolean struck() {
            return true;
        }

        @Override
        public void remember(String check, String said) {
            throw new AssertionError("it compares with nothing");
        }

        @Override
        public Optional<String> before(String check) {
            return Optional.empty();
        }

        @Override
        public Result ask(String name, Request request) {
            return new Result(Said.YES, name + ": " + request.service() + ((Request.Http) request).path());
        }
    }
}
