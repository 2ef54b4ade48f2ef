package dev.blackstart.definition;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The published JSON Schemas, against which the structure of each file is checked; loaded once, when first needed. */
final class Schemas {
    /** Kinds of files that have a schema. */
    enum Kind {
        COMPOSE,
        SECRETS,
        DRILL;

        /** Names the schema on the class path; the same file is published in docs. */
        String resource() {
            return "/schema/" + name().toLowerCase(Locale.ROOT) + ".schema.json";
        }
    }

    private static final Map<Kind, Schema> LOADED = new ConcurrentHashMap<>();

    /** Begins to load a schema that will be needed, so that it is there when the file has been read. */
    void prepare(Kind kind) {
        if (LOADED.containsKey(kind)) {
            return;
        }
        Thread loading = new Thread(() -> LOADED.computeIfAbsent(kind, Schemas::load), "schema");
        loading.setDaemon(true);
        loading.start();
    }

    /** Reports what the schema does not allow, and gives the document back. */
    Yaml check(Kind kind, Yaml root, Problems problems) {
        if (kind == Kind.COMPOSE) {
            new ComposeVariables(problems).check(root);
        }
        Schema schema = LOADED.computeIfAbsent(kind, Schemas::load);
        SchemaFaults faults = new SchemaFaults(schema.getSchemaNode(), kind, root, problems);
        schema.validate(JsonView.of(root)).forEach(faults::report);
        return root;
    }

    private static Schema load(Kind kind) {
        try (InputStream in = Schemas.class.getResourceAsStream(kind.resource())) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + kind.resource());
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema " + kind.resource() + " cannot be read", e);
        }
    }
}
