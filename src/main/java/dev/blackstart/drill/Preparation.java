package dev.blackstart.drill;

import dev.blackstart.clock.Ticker;
import dev.blackstart.commission.BaseSecrets;
import dev.blackstart.commission.Bases;
import dev.blackstart.commission.Commissioning;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.environment.Base;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.Replica;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.observe.LedgerToken;
import dev.blackstart.run.UserDirectories;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Makes what all attempts of a run share, before the first of them. */
final class Preparation implements AutoCloseable {
    private static final String COMMISSION = "commission";

    private final String run;
    private final DrillDefinition drill;
    private final RunOptions options;
    private final Engine engine;
    private final Ticker ticker;
    private final Relay observer;
    private final Semaphore commissioning = new Semaphore(1);
    private final Bases bases = new Bases(UserDirectories.cache());

    Preparation(String run, DrillDefinition drill, RunOptions options, Engine engine, Ticker ticker, Relay observer) {
        this.run = run;
        this.drill = drill;
        this.options = options;
        this.engine = engine;
        this.ticker = ticker;
        this.observer = observer;
    }

    /** Held while an unfinished base lies about. */
    Semaphore commissioning() {
        return commissioning;
    }

    /** Images and the commissioned base, both from the last time where nothing changed. */
    RunContext of(Recorder recorder) {
        Map<String, String> images = engine.build(drill.environment(), observer::progress);
        Base base = commissioned(recorder, images);
        BaseSecrets secrets = BaseSecrets.of(base);
        recorder.hide(secrets.all());
        secrets.mustHoldAll(drill.environment().inventory());
        new PublicPlaces(secrets.all())
                .all(drill.environment().directory(), base)
                .forEach(shown -> recorder.record(Entry.MAIN, shown));
        return new RunContext(
                drill,
                new Arrangement(drill.environment(), base, secrets.documented()),
                secrets,
                recorder,
                ticker,
                LedgerToken.of(new Random(options.seed()).nextInt()),
                options.seed(),
                new ConcurrentHashMap<>());
    }

    private Base commissioned(Recorder recorder, Map<String, String> images) {
        commissioning.acquireUninterruptibly();
        try {
            return bases.of(drill.environment(), images, unfinished -> commission(recorder, unfinished));
        } finally {
            commissioning.release();
        }
    }

    private Path commission(Recorder recorder, Path unfinished) {
        observer.progress("commissioning " + drill.environment().name() + ", once");
        return new Commissioning(engine, drill.environment(), recorder.of(COMMISSION), recorder::hide, left(recorder))
                .into(unfinished, new Engine.Tag(run, COMMISSION))
                .directory();
    }

    /** What is done with the machines of a commissioning that failed. */
    private Consumer<Replica> left(Recorder recorder) {
        return replica -> {
            if (!options.keep()) {
                replica.close();
                return;
            }
            Replica.Remains remains = replica.remains();
            recorder.record(
                    Entry.MAIN, new Event.CleanedUp(remains.containers(), remains.networks(), remains.volumes(), true));
        };
    }

    @Override
    public void close() {
        bases.close();
    }
}
