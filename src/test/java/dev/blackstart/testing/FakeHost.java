package dev.blackstart.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpHandler;
import dev.blackstart.environment.EngineException;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A machine that knows what a test teaches it: a few files, programs, and doors that answer over HTTP. A command that no
 * program knows fails loudly, and is a {@link #surprises surprise} as well, for whoever catches what is thrown.
 */
public final class FakeHost implements Host {
    private static final List<String> IN_MEMORY = List.of("/run", "/dev/shm");

    private final String name;
    private final ConcurrentSkipListMap<String, byte[]> files = new ConcurrentSkipListMap<>();
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Program> programs = new CopyOnWriteArrayList<>();
    private final Map<Integer, HttpHandler> doors = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<FakeWatch> watches = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<String> lines = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<String> surprises = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Runnable> boots = new CopyOnWriteArrayList<>();
    private volatile boolean gone;

    public FakeHost(String name) {
        this.name = name;
    }

    /** Teach it a program, which is asked before all that it knows already. */
    public FakeHost runs(Program program) {
        programs.add(0, program);
        return this;
    }

    /** Let it answer commands whose line holds these words. */
    public FakeHost answers(String words, Outcome outcome) {
        return runs(Program.when(words, () -> outcome));
    }

    /** Open a door. */
    public FakeHost serves(int port, HttpHandler handler) {
        doors.put(port, handler);
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Outcome run(Command command) {
        alive();
        lines.add(Program.line(command));
        return programs.stream()
                .flatMap(program -> program.run(this, command).stream())
                .findFirst()
                .orElseThrow(() -> surprise(command));
    }

    @Override
    public Outcome stream(Command command, OutputStream out) {
        Outcome outcome = run(command); // a character a byte: what is streamed need not be text
        try {
            out.write(outcome.out().getBytes(ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Outcome(outcome.ending(), outcome.exitCode(), "", outcome.err());
    }

    private AssertionError surprise(Command command) {
        String what = "nobody taught " + name + " this: " + Program.line(command);
        surprises.add(what);
        return new AssertionError(what);
    }

    @Override
    public Watch watch(Command command, Consumer<String> line) {
        alive();
        lines.add(Program.line(command));
        FakeWatch watch = new FakeWatch(command, line);
        watches.add(watch);
        return watch;
    }

    @Override
    public void write(String path, byte[] content, String owner, int mode) {
        alive();
        owners.put(path, "%s %04o".formatted(owner, mode));
        put(path, content);
    }

    private void alive() {
        if (gone) {
            throw new EngineException("the machine " + name + " is no more", "");
        }
    }

    /** Let something happen each time it has restarted: what is enabled starts. */
    public FakeHost boots(Runnable happens) {
        boots.add(happens);
        return this;
    }

    /** Shut down and start again: whatever lay in memory is gone. */
    void restart() {
        IN_MEMORY.forEach(directory -> below(directory).keySet().forEach(file -> delete(directory + "/" + file)));
        boots.forEach(Runnable::run);
    }

    /** It is lost: nothing on it runs, answers or tells any more. */
    public void die() {
        gone = true;
        doors.clear();
        breakWatches();
    }

    /** Whoever watches hears nothing any more, and is not told so. */
    public void breakWatches() {
        watches.forEach(FakeWatch::close);
    }

    /** Who may read a file that was written from outside: such as {@code root 0400}. */
    public Optional<String> owner(String path) {
        return Optional.ofNullable(owners.get(path));
    }

    /** Put a file; watches are told of one that was not there. */
    public void put(String path, byte[] content) {
        boolean created = files.put(path, content.clone()) == null;
        if (created) {
            tell("CREATE", path);
        }
    }

    public void put(String path, String text) {
        put(path, text.getBytes(UTF_8));
    }

    /** Read a file as a program on it does: watches are told. */
    public Optional<String> open(String path) {
        Optional<String> text = text(path);
        if (text.isPresent()) {
            tell("OPEN", path);
        }
        return text;
    }

    /** Read a file as a test does: nobody is told. */
    public Optional<String> text(String path) {
        return Optional.ofNullable(files.get(path)).map(content -> new String(content, UTF_8));
    }

    public void delete(String path) {
        files.remove(path);
    }

    /** The files below a directory, by their paths from there. */
    public SortedMap<String, byte[]> below(String directory) {
        SortedMap<String, byte[]> found = new TreeMap<>();
        String prefix = directory.endsWith("/") ? directory : directory + "/";
        files.tailMap(prefix).forEach((path, content) -> {
            if (path.startsWith(prefix)) {
                found.put(path.substring(prefix.length()), content.clone());
            }
        });
        return found;
    }

    Optional<HttpHandler> door(int port) {
        return Optional.ofNullable(doors.get(port));
    }

    private void tell(String event, String path) {
        watches.forEach(watch -> watch.tell(event, path));
    }

    /** What was run on it, in order: see {@link Program#line}. */
    public List<String> lines() {
        return new ArrayList<>(lines);
    }

    /** What was run that nobody taught it. */
    public List<String> surprises() {
        return List.copyOf(surprises);
    }
}
