package dev.blackstart.engine;

import dev.blackstart.access.DrillTeams;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.Team;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;

/** Finds drills and lays them out as descriptors: engine, drill, run. */
final class Discovery {
    /** Where drills are, if no selector says so: paths, separated by commas. */
    static final String DRILLS = "blackstart.drills";

    private static final String DRILL = "drill";

    private final EngineDiscoveryRequest request;
    private final UniqueId id;

    Discovery(EngineDiscoveryRequest request, UniqueId id) {
        this.request = request;
        this.id = id;
    }

    /** Lay out what was read already. */
    static TestDescriptor of(Definitions definitions, UniqueId id) {
        return layOut(definitions, id, run -> true);
    }

    /** Read what the request selects, tell what is doubtful in it, and lay it out. */
    TestDescriptor root() {
        List<Path> whole = files();
        List<UniqueId> parts = parts();
        List<Path> paths = Stream.concat(whole.stream(), parts.stream().map(Discovery::file))
                .toList();
        if (paths.isEmpty()) {
            return new RootDescriptor(id);
        }
        Definitions definitions = DrillTeams.checked(DefinitionReader.read(paths));
        definitions.problems().stream()
                .filter(problem -> problem.severity() == Severity.WARNING)
                .forEach(this::tell);
        return layOut(
                definitions,
                id,
                run -> parts.stream().anyMatch(part -> part.hasPrefix(run) || run.hasPrefix(part))
                        || whole.stream().anyMatch(path -> below(path, file(run))));
    }

    private void tell(Finding problem) {
        request.getDiscoveryListener()
                .issueEncountered(
                        id,
                        DiscoveryIssue.builder(DiscoveryIssue.Severity.WARNING, problem.render())
                                .source(Sources.of(problem.place()))
                                .build());
    }

    private static TestDescriptor layOut(Definitions definitions, UniqueId id, Predicate<UniqueId> selected) {
        TestDescriptor root = new RootDescriptor(id);
        for (DrillDefinition drill : definitions.drills()) {
            TestDescriptor descriptor = drill(drill, id, selected);
            if (!descriptor.getChildren().isEmpty()) {
                root.addChild(descriptor);
            }
        }
        List<Finding> errors = definitions.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            root.addChild(new BrokenDescriptor(id.append("definitions", "broken"), errors));
        }
        return root;
    }

    private static TestDescriptor drill(DrillDefinition drill, UniqueId id, Predicate<UniqueId> selected) {
        DrillDescriptor descriptor =
                new DrillDescriptor(id.append(DRILL, drill.file().toString()), drill);
        for (Team team : DrillTeams.of(drill)) {
            String name =
                    team.lost().isEmpty() ? "everybody is there" : "without " + String.join(" and ", sorted(team));
            UniqueId run = descriptor.getUniqueId().append("run", name);
            if (selected.test(run)) {
                descriptor.addChild(new RunDescriptor(run, name, drill, team));
            }
        }
        return descriptor;
    }

    private static List<String> sorted(Team team) {
        return team.lost().stream().sorted().toList();
    }

    private List<Path> files() {
        List<Path> paths = new ArrayList<>();
        request.getSelectorsByType(FileSelector.class).forEach(selector -> paths.add(selector.getPath()));
        request.getSelectorsByType(DirectorySelector.class).forEach(selector -> paths.add(selector.getPath()));
        if (paths.isEmpty() && parts().isEmpty()) {
            request.getConfigurationParameters()
                    .get(DRILLS)
                    .ifPresent(list -> Stream.of(list.split(","))
                            .map(String::strip)
                            .map(Path::of)
                            .forEach(paths::add));
        }
        return paths;
    }

    /** Drills, runs and controls of ours; who selects a control gets its run, which it follows from. */
    private List<UniqueId> parts() {
        return request.getSelectorsByType(UniqueIdSelector.class).stream()
                .map(UniqueIdSelector::getUniqueId)
                .filter(selected -> selected.hasPrefix(id) && segment(selected).isPresent())
                .toList();
    }

    private static Path file(UniqueId drill) {
        return Path.of(segment(drill).orElseThrow());
    }

    private static Optional<String> segment(UniqueId selected) {
        return selected.getSegments().stream()
                .filter(segment -> segment.getType().equals(DRILL))
                .map(UniqueId.Segment::getValue)
                .findFirst();
    }

    private static boolean below(Path path, Path file) {
        return file.toAbsolutePath()
                .normalize()
                .startsWith(path.toAbsolutePath().normalize());
    }
}
