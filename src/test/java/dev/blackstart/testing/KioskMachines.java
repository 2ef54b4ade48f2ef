package dev.blackstart.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the images of the {@link Kiosk} hold. Its database server sends each order off-site before it says that it has it,
 * unless a test lets it {@linkplain #backsUpNoMore forget that}.
 */
public final class KioskMachines implements BiConsumer<FakeReplica, FakeHost> {
    /** What every server answers well, whatever it holds. */
    public static final String ALWAYS = "/always";

    private static final String TABLE = "orders";
    private static final int ROWS = 100;
    private static final int PORT = 8080;
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final Duration ORDERED_WITHIN = Duration.ofSeconds(2);
    private static final int ORDERS = 3;
    private static final int ANSWERS = 6;
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(30);
    private static final String BACKUPS = "/srv/backups";
    private static final String KEPT_ASIDE = "/srv/.kept-1";
    private static final String WITHHELD = "/srv/.withheld-1";
    private static final String KEPT = "/etc/kiosk/";
    private static final String ENABLED = KEPT + "enabled";
    private static final String CLOSED = KEPT + "closed";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final SkippingTicker ticker;
    private final FakeShell shell;
    private final Semaphore orders = new Semaphore(0);
    private final Semaphore wellHeard = new Semaphore(0);
    private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
    private final Set<String> erased = ConcurrentHashMap.newKeySet();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean backsUp = true;
    private volatile boolean closed;
    private volatile boolean takesOrders = true;
    private volatile UnaryOperator<String> shown = order -> order;
    private volatile boolean repeats;
    private volatile boolean forgetsErasures;
    private volatile boolean keepsErased;
    private volatile boolean takesErasures = true;
    private volatile boolean startsAtBoot = true;

    public KioskMachines(SkippingTicker ticker) {
        this.ticker = ticker;
        this.shell = new FakeShell(ticker)
                .knows("create-database", typed -> {
                    FakePostgres.create(typed.host(), TABLE, ROWS);
                    return "";
                })
                .knows("start-database", typed -> {
                    FakePostgres.start(typed.host());
                    return "";
                })
                .knows("stop-database", typed -> {
                    FakePostgres.stop(typed.host());
                    return "";
                })
                .knows("check-pages", typed -> FakePostgres.check(typed.host()))
                .knows("keep", typed -> {
                    typed.host().put(KEPT + typed.words().get(0), typed.input());
                    return "";
                })
                .knows("back-up", typed -> {
                    int generations =
                            typed.replica().host("offsite").below(BACKUPS).size();
                    return backUp(typed.replica(), typed.host(), "%04d".formatted(generations));
                })
                .knows("close-the-kiosk", typed -> {
                    closes();
                    return "";
                })
                .knows("fetch-backup", KioskMachines::fetchBackup);
    }

    /** Where more verbs are taught. */
    public FakeShell shell() {
        return shell;
    }

    /** From now on nothing is sent off-site. */
    public void backsUpNoMore() {
        backsUp = false;
    }

    /** From now on a kiosk is closed once its server has restarted, unless {@code keep enabled} was said there. */
    public void staysClosedAfterABoot() {
        startsAtBoot = false;
    }

    /** Wait until somebody has ordered something, and read that it was taken; where nobody orders, nobody is waited for twice. */
    public void awaitOrders() {
        int ordered = 0;
        try {
            while (ordered < ORDERS && orders.tryAcquire(ORDERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                ordered++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Wait until somebody has asked for {@link #ALWAYS} from now on, and read the answer. */
    public void awaitWellHeard() {
        wellHeard.drainPermits();
        try {
            if (!wellHeard.tryAcquire(ANSWERS, HEARD_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("nobody asked for " + ALWAYS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on the kiosk says that it is closed, half a minute a time. */
    public void closes() {
        closed = true;
    }

    /** From now on no order is taken any more: all can be read. */
    public void takesNoOrders() {
        takesOrders = false;
    }

    /** From now on an order that is there is shown like this. */
    public void shows(UnaryOperator<String> order) {
        shown = order;
    }

    /** From now on an order is erased here only: nothing is sent off-site once one was. */
    public void forgetsErasures() {
        forgetsErasures = true;
    }

    /** From now on the kiosk says that an order is erased, and keeps it. */
    public void keepsErased() {
        keepsErased = true;
    }

    /** From now on no order can be erased. */
    public void takesNoErasures() {
        takesErasures = false;
    }

    /** The orders that were erased, as somebody far away would have listed them. */
    public Set<String> erased() {
        return erased;
    }

    /** From now on whatever is asked for is answered as if it were there. */
    public void repeats() {
        repeats = true;
    }

    @Override
    public void accept(FakeReplica replica, FakeHost host) {
        switch (host.name()) {
            case "responder" -> host.runs(new FakeWorkstation(replica, shell));
            case "bank" -> {}
            default ->
                host.boots(() -> boot(host))
                        .runs(new FakePostgres())
                        .runs((self, command) -> machine(replica, self, command))
                        .serves(PORT, exchange -> serve(replica, host, exchange));
        }
    }

    private void boot(FakeHost host) {
        if (startsAtBoot || host.text(ENABLED).isPresent()) {
            FakePostgres.boot(host);
        } else {
            host.put(CLOSED, "");
        }
    }

    /** What Blackstart itself runs there: keys, the console, detectors, and what empties the backups. */
    private Optional<Outcome> machine(FakeReplica replica, FakeHost host, Command command) {
        List<String> words = command.arguments();
        String typed = words.get(words.size() - 1);
        if (Program.script(command).filter("console.sh"::equals).isPresent()) {
            String mark = Program.arguments(command).get(0);
            return Optional.of(FakeWorkstation.marked(shell.type(replica, host, command, command.input()), mark));
        } else if (Program.script(command).filter("left-running.sh"::equals).isPresent()) {
            return Optional.of(Outcomes.ok("0\n"));
        } else if (words.get(0).equals("sh") && typed.contains("authorized_keys")) {
            host.put("/root/.ssh/authorized_keys", command.input());
            return Optional.of(Outcomes.ok(""));
        } else if (words.get(0).equals("sh") && words.get(2).contains(".withheld")) {
            move(host, words.get(4), WITHHELD);
            return Optional.of(Outcomes.ok(WITHHELD + "\n"));
        } else if (words.get(0).equals("sh") && words.get(2).contains(".kept")) {
            host.below(words.get(4)).forEach((file, content) -> host.put(KEPT_ASIDE + "/" + file, content));
            return Optional.of(Outcomes.ok(KEPT_ASIDE + "\n"));
        } else if (words.get(0).equals("sh") && List.of(WITHHELD, KEPT_ASIDE).contains(words.get(words.size() - 1))) {
            find(host, words.get(4), true);
            move(host, words.get(words.size() - 1), words.get(4));
            return Optional.of(Outcomes.ok(""));
        } else if (words.get(0).equals("sh") && words.get(2).contains("%T@")) {
            return Optional.of(Outcomes.ok(newest(replica, host, words.get(4))));
        } else if (words.get(0).equals("find")) {
            return Optional.of(find(host, words.get(1), words.contains("-delete")));
        }
        if (words.get(0).equals("journalctl")) {
            return Optional.of(Outcomes.ok(host.text("/var/log/journal").orElse("")));
        }
        return words.get(0).equals("bash") && words.size() == 3
                ? Optional.of(shell.type(replica, host, command, typed))
                : Optional.empty();
    }

    /** As long as the database server has its passphrase, each look finds a backup that is newer than the last. */
    private String newest(FakeReplica replica, FakeHost host, String directory) {
        if (host.below(directory).isEmpty()) {
            return "";
        }
        boolean backsUpNow = replica.stands("db")
                && replica.host("db").text(KEPT + "backup-passphrase").isPresent();
        return (backsUpNow ? looks.incrementAndGet() : looks.get()) + ".5\n";
    }

    private static void move(FakeHost host, String from, String to) {
        host.below(from).forEach((file, content) -> {
            host.delete(from + "/" + file);
            host.put(to + "/" + file, content);
        });
    }

    private static Outcome find(FakeHost host, String directory, boolean delete) {
        if (delete) {
            host.below(directory).keySet().forEach(file -> host.delete(directory + "/" + file));
        }
        return Outcomes.ok(String.join("\n", host.below(directory).keySet()));
    }

    private void serve(FakeReplica replica, FakeHost host, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals(ALWAYS)) {
            LoopbackServer.answer(exchange, 200, "well");
            if (!connections.add(exchange.getRemoteAddress())) {
                wellHeard.release();
            }
        } else if (closed || host.text(CLOSED).isPresent()) {
            ticker.skip(HALF_A_MINUTE);
            LoopbackServer.answer(exchange, 503, "closed");
        } else if (!FakePostgres.running(host)) {
            LoopbackServer.answer(exchange, 503, "the database is away");
        } else if (exchange.getRequestMethod().equals("POST")) {
            Matcher id = ID.matcher(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            LoopbackServer.answer(
                    exchange, takesOrders && id.find() && takes(replica, host, id.group(1)) ? 201 : 500, "");
            if (!connections.add(exchange.getRemoteAddress())) {
                orders.release(); // whoever asks again through a connection has read what was answered before
            }
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            LoopbackServer.answer(exchange, takesErasures && erases(replica, host, name(path)) ? 204 : 405, "");
        } else if (path.equals("/")) {
            LoopbackServer.answer(exchange, 200, "open");
        } else {
            String asked = name(path);
            boolean there = repeats || FakePostgres.rows(host, TABLE).contains(asked);
            LoopbackServer.answer(exchange, there ? 200 : 404, there ? shown.apply(asked) : "no such order");
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private boolean erases(FakeReplica replica, FakeHost host, String order) {
        erased.add(order);
        if (forgetsErasures) {
            backsUp = false;
        }
        if (!keepsErased) {
            FakePostgres.delete(host, TABLE, order::equals);
        }
        return !backsUp || !backUp(replica, host, "stream").isEmpty();
    }

    private boolean takes(FakeReplica replica, FakeHost host, String order) {
        FakePostgres.insert(host, TABLE, order);
        try {
            return !backsUp || !backUp(replica, host, "stream").isEmpty();
        } catch (FakeShell.Failure e) {
            return false;
        }
    }

    private static String backUp(FakeReplica replica, FakeHost host, String generation) {
        String passphrase = host.text(KEPT + "backup-passphrase")
                .orElseThrow(() -> new FakeShell.Failure(5, "no passphrase is kept here"));
        synchronized (host) {
            if (!FakePostgres.readable(host)) {
                throw new FakeShell.Failure(6, "a damaged page cannot be backed up");
            }
            byte[] data = Tar.pack(host.below(FakePostgres.DATA));
            replica.host("offsite")
                    .put(
                            BACKUPS + "/" + generation,
                            passphrase + "\n" + Base64.getEncoder().encodeToString(data));
        }
        return "backed up as " + generation + "\n";
    }

    private static String fetchBackup(FakeShell.Typed typed) {
        SortedMap<String, byte[]> all =
                new TreeMap<>(typed.replica().host("offsite").below(BACKUPS));
        if (all.isEmpty()) {
            throw new FakeShell.Failure(4, "there is no backup");
        }
        List<String> lines = new String(all.get(all.lastKey()), UTF_8).lines().toList();
        if (!lines.get(0).equals(typed.input())) {
            throw new FakeShell.Failure(3, "the passphrase is wrong");
        }
        FakeHost target = FakeShell.far(typed.replica(), typed.words().get(0));
        target.below(FakePostgres.DATA).keySet().forEach(file -> target.delete(FakePostgres.DATA + "/" + file));
        Tar.unpack(Base64.getDecoder().decode(lines.get(1)))
                .forEach((path, content) -> target.put(FakePostgres.DATA + "/" + path, content));
        return "fetched " + all.lastKey() + "\n";
    }
}
