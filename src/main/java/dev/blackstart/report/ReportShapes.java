package dev.blackstart.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import dev.blackstart.control.Proof;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.finding.Severity;
import dev.blackstart.journal.Event;
import dev.blackstart.verdict.SecretResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** How the JSON report spells what others made: records of the verdict and of the journal, enums, places, findings. */
final class ReportShapes extends SimpleModule {
    private static final long serialVersionUID = 1L;

    ReportShapes() {
        addSerializer(Duration.class, new Milliseconds());
        addSerializer(Place.class, new StdDelegatingSerializer(Place.class, new FromPlace()));
        addDeserializer(Place.class, new StdDelegatingDeserializer<>(new ToPlace()));
        addSerializer(Finding.class, new StdDelegatingSerializer(Finding.class, new FromFinding()));
        addDeserializer(Finding.class, new StdDelegatingDeserializer<>(new ToFinding()));
        setMixInAnnotation(SecretResult.class, Secret.class);
        setMixInAnnotation(Event.Overhead.class, NoEvent.class);
        setMixInAnnotation(Event.StateLooked.class, NoEvent.class);
        setMixInAnnotation(Event.StepOutcome.class, Kebab.class);
        setMixInAnnotation(Event.CheckOutcome.class, Kebab.class);
        setMixInAnnotation(Proof.class, Kebab.class);
        setMixInAnnotation(Event.Condition.class, Kebab.class);
        setMixInAnnotation(Report.RunEnd.class, Kebab.class);
    }

    @EnumNaming(EnumNamingStrategies.KebabCaseStrategy.class)
    private interface Kebab {}

    @JsonPropertyOrder({"name", "purpose", "store", "opened", "neededBy", "proven", "where"})
    private interface Secret {
        @JsonProperty("proven")
        Proof proof();
    }

    /** In a report it is plain data: what it is stands before it. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
    private interface NoEvent {}

    /** A finding as the schema has it. */
    private record Row(Severity severity, String code, String message, Place where, String hint) {}

    private static final class FromFinding extends StdConverter<Finding, Row> {
        @Override
        public Row convert(Finding finding) {
            return new Row(
                    finding.severity(), finding.code().word(), finding.message(), finding.place(), finding.hint());
        }
    }

    private static final class ToFinding extends StdConverter<Row, Finding> {
        @Override
        public Finding convert(Row row) {
            return new Finding(ReportCodes.of(row.code(), row.severity()), row.where(), row.message(), row.hint());
        }
    }

    private static final class FromPlace extends StdConverter<Place, String> {
        @Override
        public String convert(Place place) {
            return place.fileAndLine();
        }
    }

    private static final class ToPlace extends StdConverter<String, Place> {
        @Override
        public Place convert(String fileAndLine) {
            int colon = fileAndLine.lastIndexOf(':');
            return new Place(
                    Path.of(fileAndLine.substring(0, colon)), Integer.parseInt(fileAndLine.substring(colon + 1)), 1);
        }
    }

    /** ISO-8601, cut to milliseconds: more would pretend. */
    private static final class Milliseconds extends StdSerializer<Duration> {
        private static final long serialVersionUID = 1L;

        Milliseconds() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration duration, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Duration.ofMillis(duration.toMillis()).toString());
        }
    }
}
