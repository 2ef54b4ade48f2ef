package dev.blackstart.definition;

import dev.blackstart.definition.DrillDefinition.Detection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes the detectors of a drill. */
final class DetectionReader {
    private final Names names;
    private final Problems problems;
    private final CheckReader checks;

    DetectionReader(Names names, Problems problems, CheckReader checks) {
        this.names = names;
        this.problems = problems;
        this.checks = checks;
    }

    List<Detection> read(Yaml drill) {
        checks.distinct(drill, "detection");
        List<Detection> detections = new ArrayList<>();
        for (Yaml item : drill.items("detection")) {
            Optional<Duration> within = item.text("within").flatMap(DurationReader::parse);
            Optional<Duration> every = item.text("every").flatMap(DurationReader::parse);
            alarm(item)
                    .ifPresent(alarm -> within.ifPresent(most -> detections.add(
                            new Detection(item.text("name").orElse(""), alarm, every, most, item.place()))));
            every.filter(apart -> within.isPresent() && apart.compareTo(within.get()) > 0)
                    .ifPresent(apart -> problems.error(
                            item.place(),
                            "this detector runs every %s, and has to notice the damage within %s"
                                    .formatted(text(item, "every"), text(item, "within")),
                            "Let `within` be longer than `every`: it may run for the first time only then."));
        }
        return detections;
    }

    /** A command may run wherever somebody is told, such as on the stand-in that takes mails. */
    private Optional<? extends Alarm> alarm(Yaml item) {
        if (item.get("http").isPresent()) {
            return item.get("http")
                    .flatMap(http -> checks.http(item, http))
                    .map(check -> new PageAlarm(check.asked(), check.place()));
        } else if (item.get("sql").isPresent()) {
            return item.get("sql").flatMap(sql -> checks.sql(item, sql)).map(InvariantAlarm::new);
        }
        return item.get("service")
                .flatMap(mention -> names.resolve(Names.Kind.SERVICE, mention))
                .map(host -> new SpokenAlarm(
                        host, item.text("run").orElse(""), item.text("expect").orElse("")));
    }

    private static String text(Yaml item, String key) {
        return item.text(key).orElse("");
    }
}
