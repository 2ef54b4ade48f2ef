package dev.blackstart.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Host;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FileWatchTest {
    private static final String STORE = Desk.HOME + "/store/";

    private Consumer<String> inotify = line -> {};
    private boolean alive = true;
    private StoreWatch openings = new OpenPgpStore("store").watch(new Ground(desk()));

    @BeforeEach
    void begin() {
        openings = new OpenPgpStore("store").watch(new Ground(desk()));
    }

    @Test
    void what_was_opened_before_a_mark_is_told_once() {
        inotify.accept("OPEN " + STORE + "account.gpg");
        inotify.accept("OPEN " + STORE + "web/key.gpg");
        inotify.accept("OPEN " + STORE + "account.gpg");
        mark("one");
        inotify.accept("OPEN " + STORE + "passphrase.gpg");
        mark("two");

        assertThat(openings.until("one")).contains(new StoreWatch.Seen(List.of("account", "web/key", "passphrase")));
        assertThat(openings.until("two")).contains(new StoreWatch.Seen(List.of()));
    }

    @Test
    void lists_directories_and_other_stores_are_no_secrets() {
        inotify.accept("OPEN " + STORE + ".gpg-id");
        inotify.accept("OPEN,ISDIR " + STORE);
        inotify.accept("OPEN " + Desk.HOME + "/store-of-others/account.gpg");
        inotify.accept("CREATE " + STORE + "new.gpg");
        mark("one");

        assertThat(openings.until("one")).contains(new StoreWatch.Seen(List.of()));
    }

    @Test
    @Timeout(4)
    void a_watch_that_broke_off_tells_nothing_and_is_not_waited_for() {
        mark("one");
        alive = false;

        assertThat(openings.until("one")).contains(new StoreWatch.Seen(List.of()));
        assertThat(openings.until("two")).isEmpty();
    }

    private void mark(String name) {
        inotify.accept("CREATE " + Desk.MARKS + "/" + name);
    }

    private Desk desk() {
        return new Desk(
                (Host) Proxy.newProxyInstance(
                        Host.class.getClassLoader(), new Class<?>[] {Host.class}, (proxy, method, arguments) -> {
                            @SuppressWarnings("unchecked")
                            Consumer<String> lines = (Consumer<String>) arguments[1];
                            inotify = lines;
                            lines.accept("Watches established.");
                            return watch();
                        }),
                Map.of());
    }

    private Host.Watch watch() {
        return new Host.Watch() {
            @Override
            public boolean alive() {
                return alive;
            }

            @Override
            public void close() {}
        };
    }
}
