package dev.blackstart.environment.docker;

import com.github.dockerjava.api.model.ChangeLog;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a machine changed of its image, by absolute path.
 *
 * @param written files and directories that are new or different
 * @param removed what the image has and the machine doesn't, and directories that were removed and made anew
 */
record Changes(Set<String> written, Set<String> removed) {
    private static final int DELETED = 2;

    /** What doesn't outlive a machine, and what the engine puts into every container by itself. */
    private static final List<String> PASSING = List.of(
            "/run",
            "/tmp",
            "/proc",
            "/sys",
            "/dev",
            "/var/tmp",
            "/var/cache",
            "/var/log/journal",
            "/etc/hosts",
            "/etc/hostname",
            "/etc/resolv.conf",
            "/.dockerenv",
            Restoration.DIRECTORY);

    static Changes of(List<ChangeLog> log) {
        return new Changes(
                paths(log.stream().filter(change -> change.getKind() != DELETED)),
                paths(log.stream().filter(change -> change.getKind() == DELETED)));
    }

    static boolean passing(String path) {
        return PASSING.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    /** Whether the machine's own version of this path is to be kept. */
    boolean keeps(String path) {
        return written.contains(path) || removed.contains(path);
    }

    private static Set<String> paths(Stream<ChangeLog> changes) {
        Set<String> paths = new TreeSet<>();
        changes.map(ChangeLog::getPath).filter(path -> !passing(path)).forEach(paths::add);
        return paths;
    }
}
