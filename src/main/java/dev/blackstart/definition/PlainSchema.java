package dev.blackstart.definition;

import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.JsonScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** Texts, numbers and truth values; {@code ${NAME}} is text like any other. */
final class PlainSchema extends JsonSchema {
    private final ScalarResolver resolver = new WithoutVariables();

    @Override
    public ScalarResolver getScalarResolver() {
        return resolver;
    }

    /** The engine gives a variable without quotes a tag that nobody wrote. */
    private static final class WithoutVariables extends JsonScalarResolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern pattern, String first) {
            if (!tag.equals(Tag.ENV_TAG)) {
                super.addImplicitResolver(tag, pattern, first);
            }
        }
    }
}
