package dev.blackstart.environment.docker;

import dev.blackstart.environment.Engine.Tag;
import java.util.Map;

/** The labels by which everything of ours is known; nothing without {@link #RUN} is ever touched. */
final class Labels {
    static final String RUN = "dev.blackstart.run";
    static final String ATTEMPT = "dev.blackstart.attempt";
    static final String SERVICE = "dev.blackstart.service";
    static final String ENVIRONMENT = "dev.blackstart.environment";

    private Labels() {}

    static Map<String, String> of(Tag tag) {
        return Map.of(RUN, tag.run(), ATTEMPT, tag.attempt());
    }

    static Map<String, String> of(Tag tag, String service) {
        return Map.of(RUN, tag.run(), ATTEMPT, tag.attempt(), SERVICE, service);
    }

    /** What images and machines can be called after a service: small letters, digits, single hyphens between them. */
    static String slug(String name) {
        return name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** A name for the engine, which takes letters, digits, {@code _ . -} only. */
    static String name(Tag tag, String thing) {
        return ("bs-" + tag.run() + "-" + tag.attempt() + "-" + thing).replaceAll("[^A-Za-z0-9_.-]", "-");
    }
}
