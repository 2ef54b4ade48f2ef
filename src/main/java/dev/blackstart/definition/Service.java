package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One machine of the environment, as its Compose service describes it.
 *
 * @param command empty: what the image says
 * @param secrets names in the inventory; delivered as {@code /run/secrets/NAME} on tmpfs
 * @param held what it holds that is fingerprinted at the baseline and compared after recovery
 * @param place where the service's name stands
 */
public record Service(
        String name,
        Build build,
        List<String> command,
        Map<String, String> environment,
        List<Mount> mounts,
        List<String> networks,
        List<String> secrets,
        Optional<String> hostname,
        Role role,
        Init init,
        Login login,
        Optional<String> site,
        List<Held> held,
        ServiceLimits limits,
        Place place) {
    public Service {
        command = List.copyOf(command);
        environment = Ordered.copy(environment);
        mounts = List.copyOf(mounts);
        networks = List.copyOf(networks);
        secrets = List.copyOf(secrets);
        held = List.copyOf(held);
    }

    /** What a service stands for. */
    public enum Role {
        /** A server of ours: ordered from a provider, lost in disasters, recovered. */
        HOST,
        /** Somebody else's service (payments, mail): a stand-in that no disaster of ours touches. */
        THIRD_PARTY,
        /** The survivors' workstation. */
        RESPONDER
    }

    /** What runs as the first process. */
    public enum Init {
        SYSTEMD,
        NONE
    }

    /** How people reach the machine. */
    public enum Login {
        SSH,
        CONSOLE
    }

    /** The image's source. {@code context} is absolute. */
    public record Build(Path context, String dockerfile, Map<String, String> args) {
        public Build {
            args = Ordered.copy(args);
        }
    }

    /** A named volume and where it is mounted. */
    public record Mount(String volume, String path, boolean readOnly) {}

    boolean mounts(String volume) {
        return mounts.stream().anyMatch(mount -> mount.volume().equals(volume));
    }

    /** Whether its loss is one of data: it has volumes, or holds what is declared. */
    boolean holdsData() {
        return !mounts.isEmpty() || !held.isEmpty();
    }
}
