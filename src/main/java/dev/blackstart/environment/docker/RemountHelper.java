package dev.blackstart.environment.docker;

import com.github.dockerjava.api.command.WaitContainerResultCallback;
import dev.blackstart.environment.EngineException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the cgroup tree of a container that waits for it writable, from outside; see {@link SystemdSettings.Remount}. */
final class RemountHelper {
    private final Api api;

    RemountHelper(Api api) {
        this.api = api;
    }

    /**
     * Run one and wait for its end.
     *
     * @param image has {@code mount}
     */
    void run(String container, String image, Map<String, String> labels) {
        AtomicInteger exitCode = new AtomicInteger(-1);
        api.call("make a container's cgroups writable", docker -> {
            String id = docker.createContainerCmd(image)
                    .withLabels(labels)
                    .withEntrypoint(SystemdSettings.Remount.helperCommand())
                    .withHostConfig(SystemdSettings.Remount.helper(container))
                    .exec()
                    .getId();
            try {
                docker.startContainerCmd(id).exec();
                exitCode.set(docker.waitContainerCmd(id)
                        .exec(new WaitContainerResultCallback())
                        .awaitStatusCode());
            } finally {
                docker.removeContainerCmd(id).withForce(true).exec();
            }
            return true;
        });
        if (exitCode.get() != 0) {
            throw new EngineException(
                    "a container's cgroups could not be made writable: mount ended with " + exitCode.get(),
                    "Upgrade to Docker 28 or later, which needs no helper.");
        }
    }
}
