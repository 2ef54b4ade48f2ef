package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The files that a user means by the paths that were typed.
 *
 * @param drills the drill files, absolute
 * @param environments the directories of environments that were named or found, absolute
 * @param wholeSearched whether a directory was searched that has both, so that what no drill uses can be told
 */
record DefinitionFiles(Set<Path> drills, Set<Path> environments, boolean wholeSearched) {
    private static final int DEEPEST = 8;

    /** What somebody meant to be a drill, or an environment's file. */
    private static final Pattern ALMOST =
            Pattern.compile("(?i).+[._-]drills?\\.ya?ml|.+\\.drills?\\.ya?ml\\.\\w+|(docker-)?compose\\.ya?ml");

    private static final Set<String> NOT_SEARCHED = Set.of("src", "target", "build", "node_modules", "reports");

    /** Finds them; a directory is searched, but not what is hidden, built or sources below it. */
    static DefinitionFiles find(List<Path> paths, ShownPaths shownPaths, Problems problems) {
        Set<Path> drills = new TreeSet<>();
        Set<Path> environments = new TreeSet<>();
        boolean whole = false;
        for (Path typed : paths) {
            Path path = shownPaths.absolute(typed);
            Place place = Place.start(shownPaths.shown(path));
            if (Files.isDirectory(path)) {
                Search search = new Search(path, shownPaths, problems);
                search.run(place);
                if (search.drills.isEmpty() && search.environments.isEmpty()) {
                    problems.error(
                            place,
                            "no drill and no environment here",
                            "Name a *.drill.yaml, an environment's directory, or a directory that contains them.");
                }
                drills.addAll(search.drills);
                environments.addAll(search.environments);
                whole |= !search.drills.isEmpty() && !search.environments.isEmpty();
            } else if (!Files.exists(path)) {
                problems.error(place, "no such file or directory", "Correct the path.");
            } else if (path.toString().endsWith(DrillReader.SUFFIX)) {
                drills.add(path);
            } else if (isOfEnvironment(path)) {
                environments.add(path.getParent());
            } else {
                problems.error(
                        place,
                        "not a drill: its name does not end in " + DrillReader.SUFFIX,
                        "Name a *.drill.yaml, an environment's directory, or a directory that contains them.");
            }
        }
        return new DefinitionFiles(drills, environments, whole);
    }

    private static boolean isOfEnvironment(Path path) {
        return path.endsWith(EnvironmentReader.COMPOSE) || path.endsWith(EnvironmentReader.SECRETS);
    }

    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path start;
        private final Set<Path> drills = new TreeSet<>();
        private final Set<Path> environments = new TreeSet<>();
        private final ShownPaths shownPaths;
        private final Problems problems;

        Search(Path start, ShownPaths shownPaths, Problems problems) {
            this.start = start;
            this.shownPaths = shownPaths;
            this.problems = problems;
        }

        void run(Place place) {
            try {
                Files.walkFileTree(start, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, this);
            } catch (IOException e) {
                problems.error(
                        place,
                        "the directory cannot be searched",
                        "Check the permissions below it: " + e.getMessage() + ".");
            }
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (directory.equals(start)) {
                return enter(directory, Files.exists(directory.resolve(EnvironmentReader.COMPOSE)));
            }
            String name = directory.getFileName().toString();
            if (name.startsWith(".") || NOT_SEARCHED.contains(name)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Path parent = directory.getParent();
            boolean between = parent != null && parent.endsWith("environments");
            return enter(directory, between && Files.exists(directory.resolve(EnvironmentReader.COMPOSE)));
        }

        private FileVisitResult enter(Path directory, boolean environment) {
            if (environment) {
                environments.add(directory);
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        private void almost(Path file) {
            String name = String.valueOf(file.getFileName());
            if (name.toLowerCase(Locale.ROOT).contains("drill")) {
                problems.error(
                        Place.start(shownPaths.shown(file)),
                        "not read: its name does not end in " + DrillReader.SUFFIX,
                        "Rename it, or move it to where no drills are searched for.");
            } else if (ofEnvironment(file, name)) {
                problems.error(
                        Place.start(shownPaths.shown(file)),
                        "not read: an environment is a directory with a " + EnvironmentReader.COMPOSE,
                        "Rename it to " + EnvironmentReader.COMPOSE + ".");
            }
        }

        private static boolean ofEnvironment(Path file, String name) {
            Path above = file.getParent();
            return name.contains("compose")
                    && above != null
                    && above.getParent() != null
                    && above.getParent().endsWith("environments");
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(DrillReader.SUFFIX)) {
                drills.add(file);
            } else if (ALMOST.matcher(String.valueOf(file.getFileName())).matches()) {
                almost(file);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
