package dev.blackstart.environment.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.VolumeOptions;
import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.Service;
import dev.blackstart.environment.Engine.Tag;
import dev.blackstart.environment.EngineException;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates, starts and removes the containers of a replica. */
final class Machines {
    private static final Duration BOOTING = Duration.ofSeconds(90);
    private static final Duration STOPPING = Duration.ofSeconds(60);
    private static final long KILLED = 137;
    private static final List<String> SYSTEMD = List.of("/sbin/init");

    /** Waits inside, so that one exec does; systemd answers nobody before its private socket is there. */
    private static final String BOOTED = """
            until [ -S /run/systemd/private ]; do sleep 0.02; done
            state=$(systemctl is-system-running --wait)
            [ "$state" = running ] && exit 0
            echo "$state"
            systemctl list-units --failed --plain --no-legend --no-pager
            exit 1
            """;

    private final Api api;
    private final Exec exec;
    private final SystemdSettings systemd;
    private final Networks networks;
    private final Layout layout;

    Machines(Api api, Exec exec, SystemdSettings systemd, Networks networks, Layout layout) {
        this.api = api;
        this.exec = exec;
        this.systemd = systemd;
        this.networks = networks;
        this.layout = layout;
    }

    /** What a container is made of, beside its service's definition. */
    record Blueprint(Tag tag, Service service, String image, Map<String, Network> networks, boolean filled) {
        String name() {
            return Labels.name(tag, service.name());
        }

        String volume(String volume) {
            return Labels.name(tag, volume);
        }
    }

    /** Create, with volumes and every network, and don't start. */
    String create(Blueprint blueprint) {
        Service service = blueprint.service();
        List<Network> on = layout.on(service, blueprint.networks());
        SideBySide.each(service.mounts(), mount -> volume(blueprint, mount));
        String id = api.make(blueprint.tag(), "create " + service.name(), docker -> {
            CreateContainerCmd create = docker.createContainerCmd(blueprint.image())
                    .withName(blueprint.name())
                    .withHostName(service.hostname().orElse(Labels.slug(service.name())))
                    .withLabels(Labels.of(blueprint.tag(), service.name()))
                    .withEnv(environment(service))
                    .withAliases(layout.aliases(service))
                    .withIpv4Address(layout.address(service, on.get(0)))
                    .withHostConfig(
                            settings(blueprint).withNetworkMode(on.get(0).name()));
            return firstProcess(create, blueprint).exec().getId();
        });
        on.stream()
                .skip(1)
                .forEach(network ->
                        networks.connect(id, network, layout.address(service, network), layout.aliases(service)));
        return id;
    }

    /** Start, and wait until it has booted. */
    void start(Service service, String id, String image, Map<String, String> labels) {
        switchOn(service, id);
        if (service.init() == Service.Init.SYSTEMD) {
            helpUp(id, image, labels);
            awaitBooted(service, id);
        }
    }

    private void switchOn(Service service, String id) {
        api.tell(
                "start " + service.name(),
                docker -> docker.startContainerCmd(id).exec());
    }

    private void helpUp(String id, String image, Map<String, String> labels) {
        if (systemd.needsHelper()) {
            new RemountHelper(api).run(id, image, labels);
        }
    }

    /**
     * Stop and start again. What does not stop in time is killed, as the machine's own reboot would; what of it fails to boot
     * is for others to see.
     *
     * @return false: it is down again
     */
    boolean restart(Service service, String id, String image, Map<String, String> labels) {
        halt(service.name(), id);
        switchOn(service, id);
        if (service.init() == Service.Init.SYSTEMD) {
            try {
                helpUp(id, image, labels);
                var ignored = boot(id); // well or not
            } catch (EngineException e) {
                if (running(id)) {
                    throw e;
                }
            }
        }
        return running(id);
    }

    private boolean running(String id) {
        return api.call(
                "describe a container",
                docker -> Boolean.TRUE.equals(
                        docker.inspectContainerCmd(id).exec().getState().getRunning()));
    }

    private long halt(String service, String id) {
        return api.call("stop " + service, STOPPING.multipliedBy(2), docker -> {
            docker.stopContainerCmd(id).withTimeout((int) STOPPING.toSeconds()).exec();
            return Objects.requireNonNull(
                    docker.inspectContainerCmd(id).exec().getState().getExitCodeLong());
        });
    }

    /** Stop as an administrator would, and wait until it has. */
    void stop(String service, String id) {
        if (halt(service, id) == KILLED) {
            throw new EngineException(
                    "the host " + service + " did not stop within " + STOPPING.toSeconds()
                            + " s and was killed: nothing is kept of it",
                    "Look at which of its units hangs when it stops.");
        }
    }

    /** Remove at once, with anonymous volumes; nothing where it is gone already. */
    void remove(String id) {
        api.call("remove a container", docker -> {
            try {
                docker.removeContainerCmd(id)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
                return true;
            } catch (NotFoundException e) {
                return false;
            }
        });
    }

    /** Settings of the container, without its network. */
    HostConfig settings(Blueprint blueprint) {
        Service service = blueprint.service();
        HostConfig common = SystemdSettings.common(service.limits())
                .withMounts(service.mounts().stream()
                        .map(mount -> new Mount()
                                .withType(MountType.VOLUME)
                                .withSource(blueprint.volume(mount.volume()))
                                .withTarget(mount.path())
                                .withReadOnly(mount.readOnly())
                                // What a base kept of a volume is all of it; the image's files would come back.
                                .withVolumeOptions(new VolumeOptions()
                                        .withNoCopy(blueprint.filled())
                                        .withLabels(Labels.of(blueprint.tag()))))
                        .toList());
        if (service.init() == Service.Init.SYSTEMD) {
            return systemd.applied(common, service.limits());
        }
        return service.secrets().isEmpty()
                ? common.withInit(true)
                : common.withInit(true)
                        .withTmpFs(Map.of("/run/secrets", "mode=0755," + SystemdSettings.size(service.limits())));
    }

    private CreateContainerCmd firstProcess(CreateContainerCmd create, Blueprint blueprint) {
        Service service = blueprint.service();
        if (service.init() == Service.Init.SYSTEMD) {
            List<String> init = service.command().isEmpty() ? SYSTEMD : service.command();
            List<String> first = blueprint.filled() ? Restoration.entrypoint(init) : init;
            return create.withEntrypoint(systemd.entrypoint(first)).withStopSignal("SIGRTMIN+3");
        }
        if (blueprint.filled()) {
            return create.withEntrypoint(Restoration.entrypoint(ownProcess(blueprint)));
        }
        return service.command().isEmpty() ? create : create.withCmd(service.command());
    }

    /** What the image would run, with the service's own command. */
    private List<String> ownProcess(Blueprint blueprint) {
        ContainerConfig config = api.call(
                "describe an image",
                docker -> Objects.requireNonNull(
                        docker.inspectImageCmd(blueprint.image()).exec().getConfig()));
        List<String> process = new ArrayList<>(list(config.getEntrypoint()));
        process.addAll(
                blueprint.service().command().isEmpty()
                        ? list(config.getCmd())
                        : blueprint.service().command());
        return process;
    }

    private static List<String> list(String @Nullable [] words) {
        return words == null ? List.of() : List.of(words);
    }

    private static List<String> environment(Service service) {
        List<String> environment = new ArrayList<>();
        if (service.init() == Service.Init.SYSTEMD) {
            environment.add("container=docker");
        }
        service.environment().forEach((name, value) -> environment.add(name + "=" + value));
        return environment;
    }

    private void volume(Blueprint blueprint, Service.Mount mount) {
        api.make(
                blueprint.tag(),
                "create a volume",
                docker -> docker.createVolumeCmd()
                        .withName(blueprint.volume(mount.volume()))
                        .withLabels(Labels.of(blueprint.tag()))
                        .exec());
    }

    private Outcome boot(String id) {
        return exec.run(id, Command.as("0:0", "sh", "-c", BOOTED).within(BOOTING));
    }

    private void awaitBooted(Service service, String id) {
        Outcome outcome = boot(id);
        if (!outcome.succeeded()) {
            throw new EngineException(
                    "the host %s did not boot: %s%s%s\n%s"
                            .formatted(service.name(), untold(outcome), outcome.out(), outcome.err(), lastLog(id)),
                    "Start its image by hand and look at `journalctl -b`; "
                            + service.place().fileAndLine() + " names it.");
        }
    }

    /** What ended by itself says more than that. */
    private static String untold(Outcome outcome) {
        return switch (outcome.ending()) {
            case ENDED -> "";
            case TIMED_OUT -> "not within " + BOOTING.toSeconds() + " s ";
            case CUT -> "it stopped ";
        };
    }

    private String lastLog(String id) {
        Capture log = new Capture();
        api.call("show a container's log", docker -> {
            docker.logContainerCmd(id)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTail(20)
                    .exec(new Each<Frame>(frame -> log.add(frame.getPayload(), frame.getPayload().length)))
                    .awaitCompletion();
            return true;
        });
        return log.text();
    }
}
