package dev.blackstart.store;

import java.util.List;
import java.util.Optional;

/** Sees what is opened of a store, from outside and so not by guessing from anybody's text. */
public interface StoreWatch extends AutoCloseable {
    /**
     * What was opened since the last call and before this mark was left on the desk, in order; empty where the watch broke
     * off, so that nobody can say.
     */
    Optional<List<String>> until(String mark);

    @Override
    void close();
}
