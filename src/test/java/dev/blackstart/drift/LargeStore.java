package dev.blackstart.drift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a store large: by copies of one file, a hundred a directory. */
final class LargeStore {
    private LargeStore() {}

    /** @param files how many the store has then, with the one that it had */
    static void fill(Path store, Path one, int files) throws IOException {
        byte[] bytes = Files.readAllBytes(one);
        for (int i = 0; i < files - 1; i++) {
            Path file = store.resolve("team-" + i / 100 + "/login-" + i + ".gpg");
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
    }
}
