package dev.blackstart.definition;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys that Compose knows and a replica does not take, with the reason where there is one to give. */
final class ComposeKeys {
    private static final String ISOLATION = "A replica must not reach, or be, the machine that it runs on; remove it.";
    private static final String SYSTEMD = "Hosts are servers: write it into a systemd unit in the image.";
    private static final String OWN_FORMAT = "Remove it; docs/schema lists what is supported.";

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry(
                    "image",
                    "Write `build: images/NAME` with a Dockerfile: where no registry answers, it still builds."),
            Map.entry("version", "Remove it: Compose itself no longer reads it."),
            Map.entry(
                    "ports", "Nothing of a replica is published: probes and the workload reach services from inside."),
            Map.entry("env_file", "Write literals under `environment`; a secret comes to a host by the pages."),
            Map.entry("configs", "Copy the file into the image, or let the runbook write it."),
            Map.entry("include", "Write the services into this file."),
            Map.entry("extends", "Write the service out in full."),
            Map.entry("file", "A secret's value is never in a file beside this one: write `external: true`."),
            Map.entry("restart", SYSTEMD),
            Map.entry("healthcheck", "Probes belong into the drill, under `steadyState`."),
            Map.entry("deploy", "A drill replicates one machine a service; remove it."),
            Map.entry("scale", "A drill replicates one machine a service; remove it."),
            Map.entry("container_name", "Machines are named after their service; remove it."),
            Map.entry("driver", "Networks and volumes of a replica are internal and local; remove it."),
            Map.entry("internal", "Nothing leads out of a replica; remove it."),
            Map.entry("network_mode", "Name the networks under `networks`; " + lower(ISOLATION)),
            Map.entry("links", "Services reach each other by name; remove it."),
            Map.entry("external_links", ISOLATION),
            Map.entry(
                    "extra_hosts",
                    "Services reach each other by name, and nothing outside: write a stand-in with `role: third-party`."),
            Map.entry(
                    "outside", "Nothing leads out of a replica: write a stand-in, a service with `role: third-party`."),
            Map.entry("dns", "Names inside of the replica are resolved by the engine; remove it."),
            Map.entry("entrypoint", "Use `command`, or write it into the Dockerfile."),
            Map.entry("user", "Write `USER` into the Dockerfile."),
            Map.entry("working_dir", "Write `WORKDIR` into the Dockerfile."),
            Map.entry("profiles", "Every service of the environment is part of it; remove it."));

    private static final Set<String> DANGEROUS = Set.of(
            "privileged",
            "cap_add",
            "devices",
            "device_cgroup_rules",
            "pid",
            "ipc",
            "uts",
            "cgroup",
            "cgroup_parent",
            "userns_mode",
            "security_opt",
            "volumes_from",
            "runtime",
            "group_add",
            "credential_spec",
            "use_api_socket",
            "gpus");

    private static final Set<String> OTHERS = Set.of(
            "annotations",
            "attach",
            "blkio_config",
            "cap_drop",
            "cpu_count",
            "cpu_percent",
            "cpu_shares",
            "cpu_period",
            "cpu_quota",
            "cpus",
            "cpuset",
            "develop",
            "dns_opt",
            "dns_search",
            "domainname",
            "init",
            "isolation",
            "label_file",
            "labels",
            "logging",
            "mac_address",
            "mem_limit",
            "mem_reservation",
            "mem_swappiness",
            "memswap_limit",
            "models",
            "oom_kill_disable",
            "oom_score_adj",
            "pids_limit",
            "platform",
            "post_start",
            "pre_stop",
            "provider",
            "pull_policy",
            "read_only",
            "shm_size",
            "stdin_open",
            "stop_grace_period",
            "stop_signal",
            "storage_opt",
            "sysctls",
            "tmpfs",
            "tty",
            "ulimits",
            "cache_from",
            "target",
            "ssh",
            "network",
            "ipam",
            "driver_opts",
            "attachable",
            "enable_ipv6");

    /** What was once said under {@code x-blackstart}; Compose has no such key. */
    private static final Set<String> OURS = Set.of("outside");

    /** What people write where a key is missing; each of it is reported as unsupported. */
    private static final Map<String, Set<String>> INSTEAD =
            Map.of("build", Set.of("image"), "external", Set.of("file", "environment"));

    private ComposeKeys() {}

    /** Names the keys that stand in this one's stead in files that were written for Compose. */
    static Set<String> insteadOf(String key) {
        return INSTEAD.getOrDefault(key, Set.of());
    }

    /** Names a key that is not supported. */
    static String named(String key) {
        return (OURS.contains(key) ? "unsupported key \"" : "unsupported Compose key \"") + key + "\"";
    }

    /** Says why, for a key of the Compose format that is not supported; empty for one that Compose has not either. */
    static Optional<String> whyUnsupported(String key) {
        if (DANGEROUS.contains(key)) {
            return Optional.of(ISOLATION);
        }
        return Optional.ofNullable(REASONS.get(key))
                .or(() -> OTHERS.contains(key) ? Optional.of(OWN_FORMAT) : Optional.empty());
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
