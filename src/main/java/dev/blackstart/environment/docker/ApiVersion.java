package dev.blackstart.environment.docker;

import com.github.dockerjava.core.RemoteApiVersion;

/**
 * Settles the version of the API that both sides speak: what this code was written for, bounded by what the engine
 * offers. Docker 29 refuses versions below 1.44, Docker 20.10 those above 1.41.
 */
final class ApiVersion {
    private static final RemoteApiVersion WRITTEN_FOR = RemoteApiVersion.VERSION_1_44;

    private ApiVersion() {}

    static RemoteApiVersion negotiate(String newest, String oldest) {
        RemoteApiVersion most = RemoteApiVersion.parseConfig(newest);
        RemoteApiVersion least = RemoteApiVersion.parseConfig(oldest);
        if (least.isGreater(WRITTEN_FOR)) {
            return least;
        }
        return WRITTEN_FOR.isGreater(most) ? most : WRITTEN_FOR;
    }
}
