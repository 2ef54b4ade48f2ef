package dev.blackstart.journal;

import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.nio.file.Path;

/** Writes paths as people type them, and reads them so; Jackson's own way makes absolute URIs of them. They are texts like others, so they are redacted. */
final class PathsAsText extends SimpleModule {
    PathsAsText() {
        addSerializer(Path.class, new StdDelegatingSerializer(Path.class, new StdConverter<Path, String>() {
            @Override
            public String convert(Path path) {
                return path.toString();
            }
        }));
        addDeserializer(Path.class, new StdDelegatingDeserializer<>(new StdConverter<String, Path>() {
            @Override
            public Path convert(String text) {
                return Path.of(text);
            }
        }));
    }
}
