package dev.blackstart.definition;

import java.nio.file.Path;

/** Markdown that readers of Markdown have taken very long for: quotes, emphasis and brackets that never end. */
final class HostilePage {
    private HostilePage() {}

    /** @param size the number of quotes; there are half as many of the others */
    static SourceText of(int size) {
        String page = ">".repeat(size) + "\n" + "*a ".repeat(size / 2) + "\n" + "[".repeat(size / 2);
        return new SourceText(Path.of("page.md"), page, "");
    }
}
