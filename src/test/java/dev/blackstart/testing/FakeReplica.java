package dev.blackstart.testing;

import com.sun.net.httpserver.HttpHandler;
import dev.blackstart.clock.Ticker;
import dev.blackstart.environment.Base;
import dev.blackstart.environment.Endpoint;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.IsolationException;
import dev.blackstart.environment.Replica;
import dev.blackstart.secret.OwnFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Fake machines that are ordered, restored and lost, and doors to them on loopback. Like the witness of a real one, a
 * door takes every connection, and hangs up where nobody stands behind it.
 */
public final class FakeReplica implements Replica {
    private final FakeEngine engine;
    private final Engine.Tag tag;
    private final Ticker ticker;
    private final Map<String, FakeHost> standing = new ConcurrentHashMap<>();
    private final Map<Endpoint, LoopbackServer> doors = new ConcurrentHashMap<>();
    private final List<FakeHost> ever = new CopyOnWriteArrayList<>();

    FakeReplica(FakeEngine engine, Engine.Tag tag, Ticker ticker, Set<Endpoint> endpoints) {
        this.engine = engine;
        this.tag = tag;
        this.ticker = ticker;
        endpoints.forEach(endpoint -> doors.put(endpoint, door(endpoint)));
    }

    private LoopbackServer door(Endpoint endpoint) {
        try {
            return LoopbackServer.start(exchange -> {
                Optional<HttpHandler> handler = Optional.ofNullable(standing.get(endpoint.service()))
                        .flatMap(host -> host.door(endpoint.port()));
                if (handler.isPresent()) {
                    handler.get().handle(exchange);
                } else {
                    exchange.close();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which attempt of a run this is. */
    public String attempt() {
        return tag.attempt();
    }

    @Override
    public FakeHost host(String service) {
        engine.alive();
        FakeHost host = standing.get(service);
        if (host == null) {
            throw new IllegalStateException("no machine stands under the name " + service);
        }
        return host;
    }

    @Override
    public String shell(String service) {
        return "fake exec " + service;
    }

    @Override
    public boolean stands(String service) {
        engine.alive();
        return standing.containsKey(service);
    }

    @Override
    public FakeHost order(String service) {
        engine.alive();
        engine.doing("order " + service, this);
        FakeHost host = new FakeHost(service);
        engine.install(this, host);
        ever.add(host);
        standing.put(service, host);
        return host;
    }

    @Override
    public FakeHost restore(String service, Base base) {
        engine.alive();
        engine.doing("restore " + service, this);
        FakeHost host = new FakeHost(service);
        try {
            Tar.unpack(Files.readAllBytes(base.host(service)))
                    .forEach((path, content) -> host.put("/" + path, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine.install(this, host);
        ever.add(host);
        standing.put(service, host);
        return host;
    }

    @Override
    public boolean restart(String service) {
        engine.alive();
        engine.doing("restart " + service, this);
        FakeHost host = host(service);
        standing.remove(service);
        host.restart();
        standing.put(service, host);
        return true;
    }

    @Override
    public Loss lose(String service) {
        engine.alive();
        engine.doing("lose " + service, this);
        FakeHost host = host(service);
        Duration cutAt = ticker.elapsed();
        standing.remove(service);
        host.die();
        engine.removing(this);
        return new Loss(cutAt, ticker.elapsed());
    }

    @Override
    public Traces look(Set<String> lost) {
        engine.alive();
        engine.doing("look for what was lost", this);
        return engine.traces(lost);
    }

    @Override
    public InetSocketAddress address(String service, int port) {
        LoopbackServer door = doors.get(new Endpoint(service, port));
        if (door == null) {
            throw new IllegalArgumentException("the replica was opened without the endpoint " + service + ":" + port);
        }
        return door.address();
    }

    @Override
    public void keep(Base base, Set<String> services) {
        engine.alive();
        engine.doing("keep", this);
        for (String service : services) {
            FakeHost host = host(service);
            try {
                OwnFiles.write(base.host(service), Tar.pack(host.below("/")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            standing.remove(service);
            host.die();
        }
    }

    @Override
    public List<String> proveIsolation() {
        engine.alive();
        engine.doing("prove isolation", this);
        if (!engine.waysOut().isEmpty()) {
            throw new IsolationException(engine.waysOut());
        }
        return List.of("every network is internal");
    }

    @Override
    public Remains remains() {
        engine.alive();
        engine.doing("look for remains", this);
        return standing.isEmpty() && doors.isEmpty() ? engine.remains() : new Remains(standing.size(), 1, 0);
    }

    @Override
    public void close() {
        doors.values().forEach(LoopbackServer::close);
        doors.clear();
        engine.alive();
        engine.doing("close", this);
        new ArrayList<>(standing.values()).forEach(FakeHost::die);
        standing.clear();
    }

    /** Every machine that ever stood, in the order in which they came. */
    public List<FakeHost> ever() {
        return List.copyOf(ever);
    }

    /** The engine died with it: nobody closes the doors any more. */
    void shut() {
        doors.values().forEach(LoopbackServer::close);
    }
}
