package dev.blackstart.definition;

/**
 * Finds what would have to be filled in: here everything is meant as it stands. Each is reported once, before anything
 * else is said of the same word; what stands under a key that is not supported goes with that key.
 */
final class ComposeVariables {
    private static final String OURS = "x-blackstart";

    private final Problems problems;

    ComposeVariables(Problems problems) {
        this.problems = problems;
    }

    void check(Yaml compose) {
        for (Yaml.Entry entry : compose.entries()) {
            if (entry.key().equals("services")) {
                entry.value().entries().forEach(service -> service(service.value()));
            } else {
                entry(entry);
            }
        }
    }

    private void service(Yaml service) {
        for (Yaml.Entry entry : service.entries()) {
            if (entry.key().equals("volumes")) {
                entry.value().items().forEach(this::mount);
            } else {
                entry(entry);
            }
        }
    }

    private void entry(Yaml.Entry entry) {
        boolean others = entry.key().startsWith("x-") && !entry.key().equals(OURS);
        if (!others && ComposeKeys.whyUnsupported(entry.key()).isEmpty()) {
            visit(entry.value());
        }
    }

    private void visit(Yaml value) {
        value.entries().forEach(this::entry);
        value.items().forEach(this::visit);
        value.text().filter(ComposeVariables::isIn).ifPresent(text -> report(value, text));
    }

    private void mount(Yaml mount) {
        String text = mount.text().orElse("");
        String source = source(text);
        if (isIn(source)) {
            problems.error(
                    mount.place(),
                    "neither variables nor host mounts are supported: \"" + source + "\"",
                    ServiceReader.NO_HOST_MOUNT);
        } else if (isIn(text)) {
            report(mount, text);
        }
    }

    private void report(Yaml value, String text) {
        problems.error(
                value.place(),
                "variables are not filled in: \"" + SchemaFaults.shortened(text) + "\"",
                "Write the value itself, and $$ for a dollar sign; a secret comes to a host by the pages, and to a"
                        + " stand-in by `secrets`.");
    }

    /** What stands before the first colon that is not within a variable's braces. */
    private static String source(String mount) {
        int depth = 0;
        for (int i = 0; i < mount.length(); i++) {
            char c = mount.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ':' && depth <= 0) {
                return mount.substring(0, i);
            }
        }
        return mount;
    }

    private static boolean isIn(String text) {
        return text.replace("$$", "").contains("$");
    }
}
