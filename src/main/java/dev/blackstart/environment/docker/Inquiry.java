package dev.blackstart.environment.docker;

import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import dev.blackstart.environment.Engine.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds out what an engine and its machine can do. */
final class Inquiry {
    /** Images, a base, and the replicas of a few runs beside each other. */
    private static final long DISK_WANTED = 5L << 30;

    private static final long MEMORY_WANTED = 2L << 30;

    private final Api api;
    private final BaseImage base;
    private final Mmdebstrap mmdebstrap;

    Inquiry(Api api, BaseImage base, Mmdebstrap mmdebstrap) {
        this.api = api;
        this.base = base;
        this.mmdebstrap = mmdebstrap;
    }

    Facts facts() {
        Version version =
                api.call("say its version", docker -> docker.versionCmd().exec());
        Info info = api.call("describe itself", docker -> docker.infoCmd().exec());
        String cgroups = SystemdDetection.cgroups(api);
        boolean podman = SystemdDetection.podman(version);
        Optional<String> image = base.present();
        long disk = room(root(info)).orElse(-1);
        long memory = Objects.requireNonNullElse(info.getMemTotal(), 0L);
        return new Facts(
                podman ? "Podman" : "Docker",
                Objects.requireNonNullElse(version.getVersion(), "?"),
                api.version(),
                "v" + cgroups,
                systemd(podman, cgroups, image),
                disk,
                memory,
                Objects.requireNonNullElse(info.getNCPU(), 0),
                image.isPresent(),
                missing(podman, cgroups, image, disk, memory));
    }

    /** Empty where systemd hosts can't run. Only with an image at hand can all of it be tried. */
    private String systemd(boolean podman, String cgroups, Optional<String> image) {
        if (podman || image.isPresent()) {
            return hasCgroups(podman, cgroups)
                    ? SystemdDetection.detect(api, image.orElse("")).describe()
                    : "";
        }
        return cgroups.equals("2") ? "cgroup v2; the settings are found out with the first image" : systemdOnV1();
    }

    private String systemdOnV1() {
        return hasCgroups(false, "1") ? new SystemdSettings.CgroupV1().describe() : "";
    }

    /** On cgroup v1 the machine has to have systemd's tree, whatever its own first process is. */
    private boolean hasCgroups(boolean podman, String cgroups) {
        boolean here = api.address().local();
        return podman || !cgroups.equals("1") || !here || Files.isDirectory(Path.of(SystemdSettings.CGROUP_V1_TREE));
    }

    private List<String> missing(boolean podman, String cgroups, Optional<String> image, long disk, long memory) {
        List<String> missing = new ArrayList<>();
        if (!hasCgroups(podman, cgroups)) {
            missing.add("systemd's cgroup tree " + SystemdSettings.CGROUP_V1_TREE + ": as root, mkdir -p "
                    + SystemdSettings.CGROUP_V1_TREE + " && mount -t cgroup -o none,name=systemd systemd "
                    + SystemdSettings.CGROUP_V1_TREE);
        }
        if (image.isEmpty() && !mmdebstrap.installed()) {
            missing.add("a base image, or mmdebstrap to make one: as root, apt-get install mmdebstrap");
        }
        if (disk >= 0 && disk < DISK_WANTED) {
            missing.add("disk: " + (disk >> 20) + " MiB are free for the engine, drills want " + (DISK_WANTED >> 20)
                    + "; docker system prune frees some");
        }
        if (memory > 0 && memory < MEMORY_WANTED) {
            missing.add("memory: the engine has " + (memory >> 20) + " MiB, drills want " + (MEMORY_WANTED >> 20));
        }
        return missing;
    }

    /** The directory in which an engine keeps everything; it need not be on this machine. */
    static String root(Info info) {
        return Objects.requireNonNullElse(info.getDockerRootDir(), "");
    }

    /** Bytes that are left where a directory lies; empty where it is not on this machine. */
    static OptionalLong room(String directory) {
        try {
            Path path = Path.of(directory);
            return !directory.isEmpty() && Files.isDirectory(path)
                    ? OptionalLong.of(Files.getFileStore(path).getUsableSpace())
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
