package dev.blackstart.environment.docker;

import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Volume;
import dev.blackstart.definition.ServiceLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How systemd runs as the first process of an unprivileged container, for each kind of engine and cgroup version. What
 * the web recommends beside these ({@code --privileged}, the host's cgroup namespace, a mount of all of
 * {@code /sys/fs/cgroup}) lets a container reach its host.
 */
sealed interface SystemdSettings {
    String CGROUP_V1_TREE = "/sys/fs/cgroup/systemd";

    /** Names a program that the machine's kernel runs as its root: whoever can write this file, runs anything there. */
    String RELEASE_AGENT = CGROUP_V1_TREE + "/release_agent";

    /** What hides it. */
    String NOTHING = "/dev/null";

    /** Says in a few words what is done, for {@code doctor} and the report. */
    String describe();

    /** Add what this kind of engine needs to settings that hold everywhere. */
    HostConfig applied(HostConfig common, ServiceLimits limits);

    /** The first process, around the command that would be it. */
    default List<String> entrypoint(List<String> init) {
        return init;
    }

    /** Whether {@link Remount#helper} has to run after every start. */
    default boolean needsHelper() {
        return false;
    }

    /** Where the engine passes on what it cannot resolve: to nobody. Left out, it would ask whom its machine asks. */
    String NO_RESOLVER = "127.0.0.254";

    /** What every host gets, whatever runs in it. */
    static HostConfig common(ServiceLimits limits) {
        return limited(limits)
                .withCapDrop(Capability.MKNOD, Capability.NET_RAW)
                .withDns(NO_RESOLVER)
                .withDnsOptions(List.of("timeout:1", "attempts:1"));
    }

    /** What every container gets, ours too. */
    static HostConfig limited(ServiceLimits limits) {
        return new HostConfig()
                .withMemory(limits.memory())
                .withMemorySwap(limits.memory())
                .withPidsLimit(limits.processes())
                .withLogConfig(new LogConfig(
                        LogConfig.LoggingType.JSON_FILE,
                        Map.of("max-size", String.valueOf(limits.log()), "max-file", "1")));
    }

    /** Every strategy has these in common. */
    private static HostConfig systemd(HostConfig common, ServiceLimits limits) {
        return common.withTmpFs(Map.of("/run", size(limits), "/run/lock", size(limits)));
    }

    /** As an option of a tmpfs. */
    static String size(ServiceLimits limits) {
        return "size=" + limits.tmpfs();
    }

    /** Cgroup v1: systemd's own tree, and nothing else of the host's. */
    record CgroupV1() implements SystemdSettings {
        @Override
        public String describe() {
            return "cgroup v1, with systemd's own tree mounted, but for its release agent";
        }

        @Override
        public HostConfig applied(HostConfig common, ServiceLimits limits) {
            return systemd(common, limits)
                    .withBinds(
                            new Bind(CGROUP_V1_TREE, new Volume(CGROUP_V1_TREE), AccessMode.rw),
                            new Bind(NOTHING, new Volume(RELEASE_AGENT), AccessMode.ro));
        }
    }

    /** Cgroup v2, Docker 28 and later, and what was backported. */
    record WritableCgroups() implements SystemdSettings {
        static final String OPTION = "writable-cgroups=true";

        @Override
        public String describe() {
            return "cgroup v2, private and writable (writable-cgroups)";
        }

        @Override
        public HostConfig applied(HostConfig common, ServiceLimits limits) {
            return systemd(common, limits).withCgroupnsMode("private").withSecurityOpts(List.of(OPTION));
        }
    }

    /** Cgroup v2, Docker before 28: a helper makes the container's own tree writable while its first process waits. */
    record Remount() implements SystemdSettings {
        @Override
        public String describe() {
            return "cgroup v2, private, made writable by a helper after each start";
        }

        @Override
        public HostConfig applied(HostConfig common, ServiceLimits limits) {
            return systemd(common, limits).withCgroupnsMode("private");
        }

        @Override
        public List<String> entrypoint(List<String> init) {
            String wait = "i=0; until [ -w /sys/fs/cgroup/cgroup.procs ]; do i=$((i+1));"
                    + " [ $i -lt 600 ] || exit 70; sleep 0.05; done; exec \"$@\"";
            List<String> entrypoint = new ArrayList<>(List.of("/bin/sh", "-c", wait, "init"));
            entrypoint.addAll(init);
            return entrypoint;
        }

        @Override
        public boolean needsHelper() {
            return true;
        }

        /** The helper's own settings. */
        static HostConfig helper(String container) {
            return limited(ServiceLimits.ofOurs())
                    .withNetworkMode("none")
                    .withPidMode("container:" + container)
                    .withCapDrop(Capability.ALL)
                    .withCapAdd(Capability.SYS_ADMIN, Capability.SYS_PTRACE, Capability.SYS_CHROOT)
                    .withSecurityOpts(List.of("apparmor=unconfined"));
        }

        static List<String> helperCommand() {
            return List.of("mount", "-N", "1", "-o", "remount,bind,rw,nosuid,nodev,noexec", "/sys/fs/cgroup");
        }
    }

    /** Podman sees that systemd is the first process, and does what it needs; it refuses Docker's options. */
    record Podman() implements SystemdSettings {
        @Override
        public String describe() {
            return "podman, which knows systemd";
        }

        @Override
        public HostConfig applied(HostConfig common, ServiceLimits limits) {
            return systemd(common, limits);
        }
    }
}
