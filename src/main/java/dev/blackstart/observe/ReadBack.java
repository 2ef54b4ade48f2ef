package dev.blackstart.observe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the acknowledged writes, by id.
 *
 * @param found the service has it
 * @param lost the service said that it does not have it
 * @param untold nothing was said until the deadline; by id, why
 */
public record ReadBack(List<String> found, List<String> lost, Map<String, String> untold) {
    public ReadBack {
        found = List.copyOf(found);
        lost = List.copyOf(lost);
        untold = Collections.unmodifiableMap(new LinkedHashMap<>(untold));
    }
}
