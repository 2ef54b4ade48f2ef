package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.environment.docker.IsolationRules.SeenNetwork;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class IsolationRulesTest {
    private static final IsolationRules RULES =
            new IsolationRules(Set.of("bs-data"), new SystemdSettings.CgroupV1(), false);
    private static final SeenNetwork INNER = new SeenNetwork(
            "n-inner", "inner", true, "10.1.2.1", false, Map.of("db-id", "10.1.2.10", "w-id", "10.1.2.250"));
    private static final SeenNetwork OUTER =
            new SeenNetwork("n-outer", "outer", false, "10.9.9.1", true, Map.of("w-id", "10.9.9.250"));
    private static final String TREE = "/sys/fs/cgroup/systemd";
    private static final String AGENT = TREE + "/release_agent";
    private static final SeenLimits LIMITED =
            new SeenLimits(true, true, true, Map.of("/run", "size=1048576"), List.of("127.0.0.254"));

    @Test
    void a_replica_as_it_is_made_has_no_way_out() {
        assertThat(waysOut(host(), witness())).isEmpty();
    }

    @Test
    void a_host_on_a_network_that_is_not_internal_has_a_way_out() {
        assertThat(waysOut(with(host(), Set.of("n-inner", "n-outer")), witness()))
                .containsExactly("db is on the network outer, which is not internal");
    }

    @Test
    void a_network_of_somebody_else_is_a_way_out() {
        assertThat(waysOut(with(host(), Set.of("n-other")), witness()))
                .containsExactly("db is on a network that is not this replica's, n-other");
    }

    @Test
    void a_container_of_somebody_else_on_our_network_is_a_way_out() {
        SeenNetwork shared = new SeenNetwork(
                "n-inner", "inner", true, "10.1.2.1", false, Map.of("db-id", "10.1.2.10", "stranger", "10.1.2.9"));
        assertThat(RULES.waysOut(List.of(shared, OUTER), List.of(host()), List.of(witness())))
                .containsExactly("a container that is not this replica's, stranger, is on the network inner");
    }

    @Test
    void a_network_on_which_the_machine_answers_is_a_way_out_except_where_podman_knows_no_other() {
        SeenNetwork shared = new SeenNetwork("n-inner", "inner", true, "10.1.2.1", true, Map.of("db-id", "10.1.2.10"));
        assertThat(RULES.waysOut(List.of(shared, OUTER), List.of(host()), List.of(witness())))
                .containsExactly("on the network inner of db the engine's own machine answers");
        IsolationRules podman = new IsolationRules(Set.of("bs-data"), new SystemdSettings.Podman(), false);
        assertThat(podman.waysOut(
                        List.of(shared, OUTER), List.of(mounting(Map.of()).apply(host())), List.of(witness())))
                .isEmpty();
    }

    @Test
    void a_default_route_is_none_only_if_it_leads_to_nobody() {
        assertThat(routed("10.1.2.1")).isEmpty();
        assertThat(routed("10.9.9.1")).containsExactly("db has a default route through eth0 to 10.9.9.1");
        SeenNetwork spoofed = new SeenNetwork("n-inner", "inner", true, "10.1.2.1", false, Map.of("x", "10.1.2.1"));
        assertThat(RULES.waysOut("db", List.of(new Routes.DefaultRoute("eth0", "10.1.2.1")), List.of(spoofed)))
                .hasSize(1);
    }

    private static List<String> routed(String gateway) {
        return RULES.waysOut("db", List.of(new Routes.DefaultRoute("eth0", gateway)), List.of(INNER, OUTER));
    }

    @Test
    void a_privileged_host_reaches_its_machine() {
        assertThat(waysOut(
                        changed(
                                true,
                                Set.of("SYS_ADMIN"),
                                Set.of(),
                                List.of("pid: host"),
                                List.of("seccomp=unconfined")),
                        witness()))
                .containsExactly(
                        "db is privileged",
                        "db has the added capability SYS_ADMIN",
                        "db shares a namespace, pid: host",
                        "db is loosened: seccomp=unconfined",
                        "db may make device files (MKNOD)");
    }

    @Test
    void the_cgroup_namespace_of_the_machine_is_shared_on_v1_only() {
        Seen host = changed(false, Set.of(), Set.of("MKNOD"), List.of("cgroup: host"), List.of());
        assertThat(waysOut(host, witness())).isEmpty();
        assertThat(new IsolationRules(Set.of("bs-data"), new SystemdSettings.Remount(), false)
                        .waysOut(
                                List.of(INNER, OUTER),
                                List.of(mounting(Map.of()).apply(host)),
                                List.of(witness())))
                .containsExactly("db shares a namespace, cgroup: host");
    }

    @Test
    void the_engines_socket_is_a_way_out() {
        assertThat(waysOut(
                        mounting(Map.of("/s", new Seen.Source("", "/var/run/docker.sock")))
                                .apply(host()),
                        witness()))
                .containsExactly("db has a mount that nobody declared: /var/run/docker.sock at /s");
    }

    @Test
    void more_of_the_cgroup_tree_than_systemds_own_is_a_way_out() {
        assertThat(waysOut(
                        mounting(Map.of("/sys/fs/cgroup", new Seen.Source("", "/sys/fs/cgroup")))
                                .apply(host()),
                        witness()))
                .containsExactly("db has a mount that nobody declared: /sys/fs/cgroup at /sys/fs/cgroup");
    }

    @Test
    void the_release_agent_of_the_machine_is_a_way_out_unless_it_is_hidden() {
        assertThat(waysOut(mounting(Map.of(TREE, new Seen.Source("", TREE))).apply(host()), witness()))
                .containsExactly(
                        "db may name the program that the machine's kernel runs for empty cgroups (release_agent)");
        assertThat(waysOut(
                        mounting(Map.of(TREE, new Seen.Source("", TREE), AGENT, new Seen.Source("", AGENT)))
                                .apply(host()),
                        witness()))
                .containsExactly("db has a mount that nobody declared: " + AGENT + " at " + AGENT);
    }

    @Test
    void names_that_the_machine_resolves_are_a_way_out() {
        assertThat(waysOut(limited(new SeenLimits(true, true, true, Map.of(), List.of())), witness()))
                .containsExactly("db has names resolved by whom its machine asks");
        assertThat(waysOut(limited(new SeenLimits(true, true, true, Map.of(), List.of("10.0.0.53"))), witness()))
                .containsExactly("db has names resolved by 10.0.0.53");
    }

    @Test
    void what_may_take_all_of_the_machine_is_none_of_a_replica() {
        assertThat(waysOut(
                        limited(new SeenLimits(false, false, false, Map.of("/run", "mode=0755"), LIMITED.resolvers())),
                        witness()))
                .containsExactly(
                        "db has no limit for memory",
                        "db has no limit for processes",
                        "db has no limit for its log",
                        "db has no limit for the tmpfs /run");
    }

    private static Seen limited(SeenLimits limits) {
        Seen host = host();
        return new Seen(
                host.id(),
                host.service(),
                false,
                Set.of(),
                host.dropped(),
                host.networks(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                limits,
                host.mounts());
    }

    @Test
    void a_volume_that_nobody_declared_is_a_way_out_and_an_anonymous_one_is_not() {
        assertThat(waysOut(
                        mounting(Map.of(
                                        "/a",
                                        new Seen.Source("0".repeat(64), "/v"),
                                        "/b",
                                        new Seen.Source("other", "/v")))
                                .apply(host()),
                        witness()))
                .containsExactly("db has a mount that nobody declared: the volume other at /b");
    }

    @Test
    void only_the_witness_publishes_and_only_on_loopback() {
        assertThat(waysOut(host(), witness("0.0.0.0:80", "0")))
                .containsExactly("the witness publishes a port on 0.0.0.0:80");
        Seen host = host();
        Seen publishing = new Seen(
                host.id(),
                "db",
                false,
                Set.of(),
                host.dropped(),
                host.networks(),
                List.of("127.0.0.1:80"),
                List.of(),
                List.of(),
                Map.of(),
                host.limits(),
                host.mounts());
        assertThat(waysOut(publishing, witness())).containsExactly("db publishes a port on 127.0.0.1:80");
    }

    @Test
    void a_witness_that_forwards_packets_is_a_way_out() {
        assertThat(waysOut(host(), witness("127.0.0.1:80", "1")))
                .containsExactly("the witness forwards packets between networks");
    }

    private static List<String> waysOut(Seen host, Seen witness) {
        return RULES.waysOut(List.of(INNER, OUTER), List.of(host), List.of(witness));
    }

    private static Seen host() {
        return changed(false, Set.of(), Set.of("MKNOD"), List.of(), List.of());
    }

    private static Seen changed(
            boolean privileged,
            Set<String> added,
            Set<String> dropped,
            List<String> namespaces,
            List<String> loosened) {
        return new Seen(
                "db-id",
                "db",
                privileged,
                added,
                dropped,
                Set.of("n-inner"),
                List.of(),
                namespaces,
                loosened,
                Map.of(),
                LIMITED,
                Map.of(
                        "/data",
                        new Seen.Source("bs-data", "/v"),
                        TREE,
                        new Seen.Source("", TREE),
                        AGENT,
                        new Seen.Source("", "/dev/null")));
    }

    private static Seen with(Seen seen, Set<String> networks) {
        return new Seen(
                seen.id(),
                seen.service(),
                false,
                Set.of(),
                seen.dropped(),
                networks,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                seen.limits(),
                seen.mounts());
    }

    private static UnaryOperator<Seen> mounting(Map<String, Seen.Source> mounts) {
        return seen -> new Seen(
                seen.id(),
                seen.service(),
                false,
                Set.of(),
                seen.dropped(),
                seen.networks(),
                List.of(),
                seen.namespaces(),
                List.of(),
                Map.of(),
                seen.limits(),
                mounts);
    }

    private static Seen witness() {
        return witness("127.0.0.1:32768", "0");
    }

    private static Seen witness(String binding, String forwarding) {
        return new Seen(
                "w-id",
                "witness",
                false,
                Set.of(),
                Set.of("ALL"),
                Set.of("n-inner", "n-outer"),
                List.of(binding),
                List.of(),
                List.of(),
                Map.of("net.ipv4.ip_forward", forwarding),
                LIMITED,
                Map.of());
    }
}
