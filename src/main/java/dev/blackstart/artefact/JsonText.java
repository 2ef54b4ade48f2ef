package dev.blackstart.artefact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.blackstart.artefact.Node.Nothing;
import dev.blackstart.artefact.Node.Text;
import dev.blackstart.finding.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Reads JSON to a tree. */
final class JsonText {
    private JsonText() {}

    static Node read(Path file, String text) throws BrokenTextException {
        NodeBuilder builder = new NodeBuilder();
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                Place place = new Place(file, parser.currentTokenLocation().getLineNr(), 1);
                if (token.isStructStart()) {
                    builder.begin(token == JsonToken.START_ARRAY, place);
                } else if (token.isStructEnd()) {
                    builder.end();
                } else if (token == JsonToken.FIELD_NAME) {
                    builder.key(parser.currentName());
                } else {
                    builder.add(token == JsonToken.VALUE_NULL ? new Nothing(place) : new Text(parser.getText(), place));
                }
            }
            return builder.built(Place.start(file));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new BrokenTextException(
                    new Place(file, Math.max(line, 1), 1), "not valid JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }
}
