package dev.blackstart.artefact;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a structured text is written down. sops calls these its types of files; to it, what it packs whole is JSON. */
enum Notation {
    YAML("yaml", "ya?ml"),
    JSON("json", "json"),
    DOTENV("dotenv", "env"),
    INI("ini", "ini");

    private static final Pattern DOTENV_LINE = Pattern.compile("(?m)^sops_(mac|version|lastmodified)=");
    private static final Pattern INI_SECTION = Pattern.compile("(?m)^\\[sops]\\s*$");

    private final String word;
    private final Pattern names;

    Notation(String word, String ending) {
        this.word = word;
        this.names = Pattern.compile(".*\\." + ending, Pattern.DOTALL);
    }

    /** Tells by what stands there: sops takes any name. */
    static Notation of(String text) {
        if (text.stripLeading().startsWith("{")) {
            return JSON;
        }
        if (DOTENV_LINE.matcher(text).find()) {
            return DOTENV;
        }
        return INI_SECTION.matcher(text).find() ? INI : YAML;
    }

    /** Gives what sops must be told of the type of a file; empty where it goes by the name, and rightly. */
    Optional<String> told(Path file, Node document) {
        String name = file.getFileName().toString();
        Optional<Notation> byName = Stream.of(values())
                .filter(notation -> notation.names.matcher(name).matches())
                .findFirst();
        boolean packed = this == JSON
                && document instanceof Node.Fields fields
                && fields.fields().keySet().equals(Set.of("data", "sops"));
        return byName.map(this::equals).orElse(packed) ? Optional.empty() : Optional.of(word);
    }

    /** Reads the documents of a text; there is more than one in YAML only. */
    List<Node> read(Path file, String text) throws BrokenTextException {
        return switch (this) {
            case YAML -> new YamlText(file).read(text);
            case JSON -> List.of(JsonText.read(file, text));
            case DOTENV -> List.of(LinesText.dotenv(file, text));
            case INI -> List.of(LinesText.ini(file, text));
        };
    }
}
