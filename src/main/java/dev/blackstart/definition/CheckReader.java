package dev.blackstart.definition;

import dev.blackstart.definition.DrillDefinition.Request;
import dev.blackstart.definition.DrillDefinition.SteadyState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decodes the probes and checks of a drill. */
final class CheckReader {
    private final EnvironmentDefinition environment;
    private final Names names;
    private final Problems problems;
    private final RequestReader requests;

    CheckReader(EnvironmentDefinition environment, Names names, Problems problems) {
        this.environment = environment;
        this.names = names;
        this.problems = problems;
        this.requests = new RequestReader(names, problems);
    }

    List<SteadyState> steadyState(Yaml drill) {
        distinct(drill, "steadyState");
        List<SteadyState> probes = new ArrayList<>();
        for (Yaml item : drill.items("steadyState")) {
            Optional<? extends Request> request = item.get("http").isPresent()
                    ? item.get("http").flatMap(requests::http)
                    : item.get("tcp").flatMap(requests::tcp);
            item.text("name")
                    .ifPresent(name -> request.ifPresent(asked -> probes.add(new SteadyState(
                            name, asked, item.text("every").flatMap(DurationReader::parse), item.place()))));
        }
        return probes;
    }

    List<Check> verification(Yaml drill) {
        distinct(drill, "verification");
        List<Check> checks = new ArrayList<>();
        for (Yaml item : drill.items("verification")) {
            item.get("sql").flatMap(sql -> sql(item, sql)).ifPresent(checks::add);
            item.get("http").flatMap(http -> http(item, http)).ifPresent(checks::add);
            item.text("run").flatMap(run -> run(item, run)).ifPresent(checks::add);
        }
        return checks;
    }

    Optional<SqlCheck> sql(Yaml item, Yaml sql) {
        Optional<Held> asked = new Meant(environment, names, problems)
                .by(sql, state -> state.queries().isPresent(), "answers queries");
        Optional<String> query = sql.text("query");
        Optional<String> equalTo = sql.text("equals");
        if (asked.isEmpty() || query.isEmpty() || equalTo.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SqlCheck(
                item.text("name").orElse(query.get()), asked.get(), query.get(), equalTo.get(), item.place()));
    }

    Optional<HttpCheck> http(Yaml item, Yaml http) {
        return requests.http(http)
                .map(request -> new HttpCheck(
                        item.text("name").orElse(request.method() + " " + request.path()), request, item.place()));
    }

    private Optional<RunCheck> run(Yaml item, String run) {
        return item.get("service")
                .flatMap(names::resolveMachine)
                .map(host -> new RunCheck(item.text("name").orElse(run), host, run, item.text("expect"), item.place()));
    }

    /** Reports name their checks; two of one name could not be told apart. */
    void distinct(Yaml drill, String key) {
        Set<String> seen = new HashSet<>();
        for (Yaml item : drill.items(key)) {
            item.get("name")
                    .filter(name -> name.text().filter(text -> !seen.add(text)).isPresent())
                    .ifPresent(name -> problems.error(
                            name.place(),
                            "a second \"%s\" in %s".formatted(name.text().orElse(""), key),
                            "Give each a name of its own; reports tell them apart by it."));
        }
    }
}
