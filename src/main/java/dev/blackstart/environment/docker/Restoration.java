package dev.blackstart.environment.docker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Takes away, before the first process of a restored machine starts, what its image has and the machine had removed. A
 * tar file can only add; so lists travel in it, and the first process reads them, removes them and becomes the real one.
 * When the machine restarts, there are none any more.
 */
final class Restoration {
    /** Where the lists travel; gone once the machine runs. */
    static final String DIRECTORY = "/.blackstart";

    /** Paths to remove. */
    static final String REMOVED = "removed";

    /** Directories that were made anew: of what is in them only the kept paths stay. */
    static final String REPLACED = "replaced";

    static final String KEPT = "kept";

    private static final String SCRIPT = """
            export LC_ALL=C
            if [ -d /.blackstart ]; then
              cd /.blackstart || exit 70
              if [ -s removed ]; then xargs -0 rm -rf -- <removed || exit 70; fi
              if [ -s replaced ]; then
                xargs -0 -I{} find {} -mindepth 1 -print0 <replaced | sort -z | comm -z -23 - kept | xargs -0 rm -rf -- \\
                  || exit 70
              fi
              cd / && rm -rf /.blackstart || exit 70
            fi
            exec "$@"
            """;

    private Restoration() {}

    /** The first process, around the command that would be it. */
    static List<String> entrypoint(List<String> command) {
        List<String> entrypoint = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "restore"));
        entrypoint.addAll(command);
        return entrypoint;
    }

    /** A list as the script reads it: sorted by bytes, each path ended by a NUL. */
    static byte[] list(Collection<String> paths) {
        StringBuilder text = new StringBuilder();
        new TreeSet<>(paths).forEach(path -> text.append(path).append('\0'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
