package dev.blackstart.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.regex.Pattern;

/** Writes the report as JSON, and reads it; {@code docs/report.schema.json} is the contract. */
final class JsonReport implements Rendering {
    static final String FILE = "report.json";

    private static final Pattern OTHER_CONTROLS = Pattern.compile("[\\x7F-\\x9F]");

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new Jdk8Module())
            .registerModule(new ReportShapes())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String render(Report report) {
        try {
            return escaped(MAPPER.writeValueAsString(report)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report of plain records cannot be written", e);
        }
    }

    /** JSON need not escape these, but a terminal that shows the file would obey them. */
    private static String escaped(String json) {
        return OTHER_CONTROLS
                .matcher(json)
                .replaceAll(found -> "\\\\u%04X".formatted((int) found.group().charAt(0)));
    }

    /** Read what was written: the same report, its durations cut to milliseconds. */
    static Report read(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, Report.class);
    }
}
