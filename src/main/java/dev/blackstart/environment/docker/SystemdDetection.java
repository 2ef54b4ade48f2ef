package dev.blackstart.environment.docker;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.api.model.VersionComponent;
import java.util.List;
import java.util.Map;

/** Finds out which {@link SystemdSettings} this engine takes. */
final class SystemdDetection {
    private SystemdDetection() {}

    /**
     * Ask the engine. On cgroup v2 the option itself is tried, because it was backported to versions that don't tell.
     *
     * @param image of the container that is created for that, and never started
     */
    static SystemdSettings detect(Api api, String image) {
        boolean podman =
                api.call("say its version", docker -> podman(docker.versionCmd().exec()));
        if (podman) {
            return new SystemdSettings.Podman();
        }
        if (!"2".equals(cgroups(api))) {
            return new SystemdSettings.CgroupV1();
        }
        return takesWritableCgroups(api, image) ? new SystemdSettings.WritableCgroups() : new SystemdSettings.Remount();
    }

    static boolean podman(Version version) {
        List<VersionComponent> components = version.getComponents();
        return components != null
                && components.stream().anyMatch(component -> "Podman Engine".equals(component.getName()));
    }

    /** The version of the engine's cgroups, {@code 1} or {@code 2}; engines that are too old to say have 1. */
    static String cgroups(Api api) {
        return api.call("describe itself", docker -> {
            Object version = docker.infoCmd().exec().getRawValues().get("CgroupVersion");
            return version == null ? "1" : version.toString();
        });
    }

    private static boolean takesWritableCgroups(Api api, String image) {
        return api.call("try writable-cgroups", docker -> {
            String id;
            try {
                id = docker.createContainerCmd(image)
                        .withCmd("true")
                        .withLabels(Map.of(Labels.RUN, "detection"))
                        .withHostConfig(new HostConfig()
                                .withNetworkMode("none")
                                .withCgroupnsMode("private")
                                .withSecurityOpts(List.of(SystemdSettings.WritableCgroups.OPTION)))
                        .exec()
                        .getId();
            } catch (DockerException e) {
                return false;
            }
            docker.removeContainerCmd(id).withForce(true).exec();
            return true;
        });
    }
}
