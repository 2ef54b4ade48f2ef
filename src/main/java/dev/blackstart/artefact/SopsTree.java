package dev.blackstart.artefact;

import dev.blackstart.finding.Finding;
import java.nio.file.Path;
import java.util.List;

/** Files encrypted with sops, below a directory or one by itself, and what could not be read there. */
public record SopsTree(Path root, List<SopsFile> files, List<Finding> faults) {
    public SopsTree {
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }
}
