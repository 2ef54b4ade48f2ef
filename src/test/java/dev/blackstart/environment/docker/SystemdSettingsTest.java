package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import dev.blackstart.definition.Service;
import dev.blackstart.definition.ServiceLimits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SystemdSettingsTest {
    private static final ServiceLimits LIMITS = ServiceLimits.of(Service.Role.HOST);

    static List<SystemdSettings> all() {
        return List.of(
                new SystemdSettings.CgroupV1(),
                new SystemdSettings.WritableCgroups(),
                new SystemdSettings.Remount(),
                new SystemdSettings.Podman());
    }

    @ParameterizedTest
    @MethodSource("all")
    void no_host_is_privileged_or_may_make_devices(SystemdSettings settings) {
        HostConfig applied = settings.applied(SystemdSettings.common(LIMITS), LIMITS);
        assertThat(applied.getPrivileged()).isNull();
        assertThat(applied.getCapAdd()).isNull();
        assertThat(applied.getCapDrop()).contains(Capability.MKNOD);
        assertThat(applied.getCgroupnsMode()).isNotEqualTo("host");
        assertThat(applied.getTmpFs()).isEqualTo(Map.of("/run", "size=536870912", "/run/lock", "size=536870912"));
    }

    @Test
    void on_cgroup_v1_systemds_own_tree_is_mounted_and_nothing_else() {
        Bind[] binds = new SystemdSettings.CgroupV1()
                .applied(SystemdSettings.common(LIMITS), LIMITS)
                .getBinds();
        assertThat(binds)
                .extracting(Bind::toString)
                .containsExactly(
                        "/sys/fs/cgroup/systemd:/sys/fs/cgroup/systemd:rw",
                        "/dev/null:/sys/fs/cgroup/systemd/release_agent:ro");
    }

    @Test
    void a_newer_docker_makes_the_private_tree_writable_itself() {
        HostConfig applied = new SystemdSettings.WritableCgroups().applied(SystemdSettings.common(LIMITS), LIMITS);
        assertThat(applied.getCgroupnsMode()).isEqualTo("private");
        assertThat(applied.getSecurityOpts()).containsExactly("writable-cgroups=true");
        assertThat(applied.getBinds()).isEmpty();
    }

    @Test
    void for_an_older_docker_the_first_process_waits_for_a_helper() {
        SystemdSettings settings = new SystemdSettings.Remount();
        HostConfig applied = settings.applied(SystemdSettings.common(LIMITS), LIMITS);
        assertThat(applied.getCgroupnsMode()).isEqualTo("private");
        assertThat(applied.getSecurityOpts()).isNull();
        assertThat(settings.needsHelper()).isTrue();
        assertThat(settings.entrypoint(List.of("/sbin/init")))
                .startsWith("/bin/sh", "-c")
                .endsWith("/sbin/init");
    }

    @Test
    void the_helper_has_no_network_and_just_the_capabilities_it_needs() {
        HostConfig helper = SystemdSettings.Remount.helper("abc");
        assertThat(helper.getPidMode()).isEqualTo("container:abc");
        assertThat(helper.getNetworkMode()).isEqualTo("none");
        assertThat(helper.getCapDrop()).containsExactly(Capability.ALL);
        assertThat(helper.getCapAdd())
                .containsExactly(Capability.SYS_ADMIN, Capability.SYS_PTRACE, Capability.SYS_CHROOT);
        assertThat(helper.getPrivileged()).isNull();
    }

    @Test
    void podman_gets_the_plain_command_and_no_option_of_dockers() {
        SystemdSettings settings = new SystemdSettings.Podman();
        assertThat(settings.applied(SystemdSettings.common(LIMITS), LIMITS).getSecurityOpts())
                .isNull();
        assertThat(settings.entrypoint(List.of("/sbin/init"))).containsExactly("/sbin/init");
    }
}
