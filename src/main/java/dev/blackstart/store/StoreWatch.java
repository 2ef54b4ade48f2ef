package dev.blackstart.store;

import java.util.List;
import java.util.Optional;

/** Sees what is opened of a store, from outside and so not by guessing from anybody's text. */
public interface StoreWatch extends AutoCloseable {
    /**
     * What was opened since the last call and before this mark was left on the desk; empty where the watch broke off, so that
     * nobody can say.
     */
    Optional<Seen> until(String mark);

    @Override
    void close();

    /**
     * What was seen.
     *
     * @param opened in order
     * @param denied what somebody asked for last, if the store itself gave it to nobody; empty: it gave what it was asked for,
     *     or cannot be seen to refuse
     */
    record Seen(List<String> opened, Optional<String> denied) {
        public Seen {
            opened = List.copyOf(opened);
        }

        /** It refused nobody anything. */
        public Seen(List<String> opened) {
            this(opened, Optional.empty());
        }
    }
}
