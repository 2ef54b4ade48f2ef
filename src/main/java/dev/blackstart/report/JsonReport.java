package dev.blackstart.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Severity;
import java.io.IOException;
import java.time.Duration;

/** Renders the report as JSON. */
final class JsonReport {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new Jdk8Module())
            .registerModule(new SimpleModule()
                    .addSerializer(Duration.class, new Milliseconds())
                    .addSerializer(Finding.class, new StdDelegatingSerializer(Finding.class, new Told())))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    static String render(Report report) {
        try {
            return MAPPER.writeValueAsString(report) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report of plain records cannot be written", e);
        }
    }

    /** A finding as {@code docs/report.schema.json} has it. */
    private record Row(Severity severity, String code, String message, String where, String hint) {}

    private static final class Told extends StdConverter<Finding, Row> {
        @Override
        public Row convert(Finding finding) {
            return new Row(
                    finding.severity(),
                    finding.code().word(),
                    finding.message(),
                    finding.place().fileAndLine(),
                    finding.hint());
        }
    }

    /** ISO-8601, cut to milliseconds: more would pretend. */
    private static final class Milliseconds extends StdSerializer<Duration> {
        Milliseconds() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration duration, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Duration.ofMillis(duration.toMillis()).toString());
        }
    }
}
