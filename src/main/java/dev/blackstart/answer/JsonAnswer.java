package dev.blackstart.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.blackstart.access.BusFactor;
import dev.blackstart.access.Numbers;
import dev.blackstart.access.Remaining;
import dev.blackstart.access.Remaining.Still;
import dev.blackstart.access.RunbookAccess;
import dev.blackstart.access.SecretAccess;
import dev.blackstart.access.SinglePoint;
import dev.blackstart.drift.KeyProof;
import dev.blackstart.drift.Login;
import dev.blackstart.drift.Stray;
import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.finding.Severity;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Renders the answer as JSON; {@code docs/access.schema.json} is its contract. */
final class JsonAnswer {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(Path.class, ToStringSerializer.instance)
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Place.class, new ToStringSerializer(Place.class))
                    // Numbers of sets exceed what many readers of JSON take for a number.
                    .addSerializer(BigInteger.class, ToStringSerializer.instance)
                    .addSerializer(Still.class, new OpenOrNot()))
            .addMixIn(Remaining.Secret.class, Named.class)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    static {
        MAPPER.getFactory().setCharacterEscapes(new SafeEscapes());
    }

    private JsonAnswer() {}

    static String render(Answer answer) {
        return write(new Document(
                answer.name(),
                answer.access().inventory(),
                answer.complete(),
                Sentences.of(answer),
                answer.access().people(),
                answer.access().system(),
                answer.access().runbooks(),
                answer.access().secretAccess(),
                answer.access().runbookAccess(),
                answer.access().singlePoints(),
                answer.remaining(),
                answer.strays(),
                answer.person(),
                answer.logins(),
                answer.proofs(),
                answer.findings().stream().map(Told::of).toList()));
    }

    static String write(Object document) {
        try {
            return MAPPER.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of plain records cannot be written", e);
        }
    }

    /** @param leastRunbook the bus factor of all runbooks together */
    private record Document(
            String name,
            Path inventory,
            boolean complete,
            List<String> worst,
            Set<String> people,
            Numbers system,
            Optional<BusFactor> leastRunbook,
            List<SecretAccess> secrets,
            List<RunbookAccess> runbooks,
            List<SinglePoint> singlePoints,
            Optional<Remaining> remaining,
            List<Stray> strays,
            Optional<PersonAnswer> person,
            List<Login> logins,
            List<KeyProof> proofs,
            List<Told> findings) {}

    /** What is not known is null. */
    private static final class OpenOrNot extends StdSerializer<Still> {
        OpenOrNot() {
            super(Still.class);
        }

        @Override
        public void serialize(Still still, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (still == Still.UNTOLD) {
                json.writeNull();
            } else {
                json.writeBoolean(still == Still.OPEN);
            }
        }
    }

    private abstract static class Named {
        @JsonProperty("open")
        abstract Still still();
    }

    private record Told(Severity severity, String code, Place place, String message, String hint) {
        static Told of(Finding finding) {
            return new Told(
                    finding.severity(), finding.code().word(), finding.place(), finding.message(), finding.hint());
        }
    }
}
