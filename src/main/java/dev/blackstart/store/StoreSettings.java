package dev.blackstart.store;

import java.util.Map;
import java.util.Optional;

/** What an inventory says of a store, besides its kind and its people: each key with its text. */
public record StoreSettings(Map<String, String> texts) {
    public StoreSettings {
        texts = Map.copyOf(texts);
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(texts.get(key));
    }
}
