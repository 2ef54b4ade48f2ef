package dev.blackstart.answer;

import dev.blackstart.drift.Login;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.terminal.SafeText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Renders the findings for code hosts, as SARIF 2.1.0 (OASIS, 2020). */
final class Sarif {
    private Sarif() {}

    static String render(Answer answer) {
        Map<String, Rule> rules = new TreeMap<>();
        List<Result> results = Stream.concat(
                        answer.findings().stream().map(Result::of),
                        answer.logins().stream().filter(Login::letsIn).map(Result::of))
                .toList();
        results.forEach(result -> rules.put(result.ruleId(), Rule.of(result.ruleId())));
        Run run =
                new Run(new Tool(new Driver("blackstart", List.copyOf(rules.values()))), "unicodeCodePoints", results);
        return JsonAnswer.write(new Log("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", List.of(run)));
    }

    private record Log(
            @com.fasterxml.jackson.annotation.JsonProperty("$schema")
            String schema,

            String version,
            List<Run> runs) {}

    private record Run(Tool tool, String columnKind, List<Result> results) {}

    private record Tool(Driver driver) {}

    private record Driver(String name, List<Rule> rules) {}

    private record Rule(String id, Text shortDescription, Text help) {
        static Rule of(String code) {
            return new Rule(
                    code,
                    new Text(code.replace('-', ' ')),
                    new Text("docs/findings.md and docs/drift.md explain " + code + "."));
        }
    }

    private record Text(String text) {}

    private record Result(String ruleId, String kind, String level, Text message, List<Location> locations) {
        static Result of(Finding finding) {
            return new Result(
                    finding.code().word(),
                    "fail",
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    new Text(SafeText.plain(finding.message()) + ". Hint: " + SafeText.plain(finding.hint())),
                    List.of(Location.of(finding.place())));
        }

        /** Nothing is wrong with it: it is told who may log in. */
        static Result of(Login login) {
            return new Result(
                    "login-" + LoginWords.state(login),
                    "informational",
                    "none",
                    new Text(SafeText.plain(LoginWords.sentence(login))),
                    List.of(Location.of(login.place())));
        }
    }

    private record Location(Physical physicalLocation) {
        static Location of(Place place) {
            return new Location(
                    new Physical(new Artifact(uri(place.file())), new Region(place.line(), place.column())));
        }

        /** A relative path stays relative: code hosts look for it in the repository. */
        private static String uri(Path file) {
            return (file.isAbsolute() ? "file://" : "") + UriPath.of(file);
        }
    }

    private record Physical(Artifact artifactLocation, Region region) {}

    private record Artifact(String uri) {}

    private record Region(int startLine, int startColumn) {}
}
