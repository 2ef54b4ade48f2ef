package dev.blackstart.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.blackstart.terminal.Excerpt;
import java.io.IOException;
import java.util.function.UnaryOperator;

/**
 * Redacts the texts of an event, wherever they stand in it, and shortens those that are too long to be read by anybody;
 * nothing else: it is done where texts are written.
 */
final class Redaction extends StdScalarSerializer<String> {
    private static final long serialVersionUID = 1;
    private static final Object HOW = Redaction.class;

    /** Characters of one text: what a host or a database answers may be of any length. */
    private static final int LONGEST = 10 * 1024;

    private static final ObjectMapper REDACTING = Journal.JSON
            .copy()
            .registerModule(
                    new SimpleModule("redaction").addSerializer(new Redaction()).addSerializer(new Constants()));

    private Redaction() {
        super(String.class);
    }

    static Event of(Event event, UnaryOperator<String> redaction) {
        try {
            String written = REDACTING
                    .writerFor(Event.class)
                    .withAttribute(HOW, redaction)
                    .writeValueAsString(event);
            return Journal.JSON.readValue(written, Event.class);
        } catch (JsonProcessingException e) {
            throw new JournalException("an entry of the journal cannot be redacted", e);
        }
    }

    /** A constant is no text, though some are spelled by a method that gives one. */
    private static final class Constants extends StdScalarSerializer<Enum<?>> {
        private static final long serialVersionUID = 1;

        Constants() {
            super(Enum.class, false);
        }

        @Override
        public void serialize(Enum<?> constant, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(Journal.JSON.convertValue(constant, String.class));
        }
    }

    @Override
    @SuppressWarnings("unchecked") // put there by us, a few lines above
    public void serialize(String text, JsonGenerator out, SerializerProvider provider) throws IOException {
        String redacted = ((UnaryOperator<String>) provider.getAttribute(HOW)).apply(text);
        out.writeString(Excerpt.of(redacted, LONGEST));
    }
}
