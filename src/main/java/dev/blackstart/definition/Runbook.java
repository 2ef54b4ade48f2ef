package dev.blackstart.definition;

import java.nio.file.Path;
import java.util.List;

/** A Markdown page that people follow; its fenced blocks, in order, are what a drill executes. */
public record Runbook(String name, Path file, List<Step> steps) {
    public Runbook {
        steps = List.copyOf(steps);
    }
}
