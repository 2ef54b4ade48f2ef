package dev.blackstart.environment.docker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What a user has told Testcontainers, which holds for us too; we never write it. */
record TestcontainersFile(Path path) {
    static TestcontainersFile of(Path home) {
        return new TestcontainersFile(home.resolve(".testcontainers.properties"));
    }

    /** Empty where there is none, or none that can be read. */
    Properties properties() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            properties.clear();
        }
        return properties;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
