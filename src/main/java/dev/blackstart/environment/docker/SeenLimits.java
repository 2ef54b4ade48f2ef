package dev.blackstart.environment.docker;

import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection says of how much a container may take of its machine, and of whom it asks for names.
 *
 * @param tmpfs options by directory
 */
record SeenLimits(boolean memory, boolean processes, boolean log, Map<String, String> tmpfs, List<String> resolvers) {
    static SeenLimits of(HostConfig settings) {
        return new SeenLimits(
                positive(settings.getMemory()),
                positive(settings.getPidsLimit()),
                bounded(settings.getLogConfig()),
                settings.getTmpFs() == null ? Map.of() : new TreeMap<>(settings.getTmpFs()),
                settings.getDns() == null ? List.of() : List.of(settings.getDns()));
    }

    private static boolean positive(@Nullable Long limit) {
        return limit != null && limit > 0;
    }

    private static boolean bounded(@Nullable LogConfig log) {
        return log != null
                && log.getConfig() != null
                && Objects.requireNonNullElse(log.getConfig().get("max-size"), "")
                        .matches("[1-9].*");
    }

    /** Name what it may take without a limit. */
    List<String> unlimited() {
        List<String> unlimited = new ArrayList<>();
        if (!memory) {
            unlimited.add("memory");
        }
        if (!processes) {
            unlimited.add("processes");
        }
        if (!log) {
            unlimited.add("its log");
        }
        tmpfs.forEach((directory, options) -> {
            if (!options.contains("size=")) {
                unlimited.add("the tmpfs " + directory);
            }
        });
        return unlimited;
    }
}
