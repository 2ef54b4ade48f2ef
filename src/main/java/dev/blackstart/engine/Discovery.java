package dev.blackstart.engine;

import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.definition.Definitions;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.drill.Team;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** Finds drills and lays them out as descriptors: engine, drill, run. */
final class Discovery {
    /** Where drills are, if no selector says so: paths, separated by commas. */
    static final String DRILLS = "blackstart.drills";

    private final EngineDiscoveryRequest request;
    private final UniqueId id;

    Discovery(EngineDiscoveryRequest request, UniqueId id) {
        this.request = request;
        this.id = id;
    }

    TestDescriptor engine() {
        EngineDescriptor engine = new EngineDescriptor(id, "Blackstart");
        List<Path> paths = paths();
        if (paths.isEmpty()) {
            return engine;
        }
        Definitions definitions = DefinitionReader.read(paths);
        definitions.drills().forEach(drill -> engine.addChild(drill(drill)));
        List<Finding> errors = definitions.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            engine.addChild(new BrokenDescriptor(id.append("definitions", "broken"), errors));
        }
        return engine;
    }

    private TestDescriptor drill(DrillDefinition drill) {
        DrillDescriptor descriptor =
                new DrillDescriptor(id.append("drill", drill.file().toString()), drill);
        for (Team team : Team.of(drill)) {
            String name =
                    team.lost().isEmpty() ? "everybody is there" : "without " + String.join(" and ", sorted(team));
            descriptor.addChild(new RunDescriptor(descriptor.getUniqueId().append("run", name), name, drill, team));
        }
        return descriptor;
    }

    private static List<String> sorted(Team team) {
        return team.lost().stream().sorted().toList();
    }

    private List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        request.getSelectorsByType(FileSelector.class).forEach(selector -> paths.add(selector.getPath()));
        request.getSelectorsByType(DirectorySelector.class).forEach(selector -> paths.add(selector.getPath()));
        request.getSelectorsByType(UniqueIdSelector.class)
                .forEach(selector -> drillOf(selector.getUniqueId()).ifPresent(paths::add));
        if (paths.isEmpty()) {
            request.getConfigurationParameters()
                    .get(DRILLS)
                    .ifPresent(list -> Stream.of(list.split(","))
                            .map(String::strip)
                            .map(Path::of)
                            .forEach(paths::add));
        }
        return paths;
    }

    private Optional<Path> drillOf(UniqueId selected) {
        if (!selected.hasPrefix(id)) {
            return Optional.empty();
        }
        return selected.getSegments().stream()
                .filter(segment -> segment.getType().equals("drill"))
                .map(segment -> Path.of(segment.getValue()))
                .findFirst();
    }
}
