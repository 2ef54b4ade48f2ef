package dev.blackstart.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.blackstart.answer.Format;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class EveryOptionTest {
    private static final Map<Class<?>, String> EXAMPLES =
            Map.of(Long.class, "7", Integer.class, "7", Format.class, "json", Map.class, "how=zeroed");

    static Stream<Arguments> options() {
        return Main.commandLine().getSubcommands().entrySet().stream()
                .flatMap(verb -> verb.getValue().getCommandSpec().options().stream()
                        .filter(option -> option.arity().max() > 0)
                        .map(option -> Arguments.of(verb.getKey(), option)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("options")
    void takes_a_value(String verb, OptionSpec option) {
        CommandLine line = Main.commandLine();

        assertThatCode(() -> line.parseArgs(verb, option.longestName(), value(option)))
                .doesNotThrowAnyException();
    }

    private static String value(OptionSpec option) {
        return EXAMPLES.getOrDefault(option.type(), "something");
    }
}
