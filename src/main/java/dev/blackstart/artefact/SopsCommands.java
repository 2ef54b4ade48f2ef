package dev.blackstart.artefact;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words commands of sops so that they do what is meant from wherever they are typed: with the rules that are for the
 * file (sops looks for rules from where one stands), and with the file's type where its name says another.
 */
public final class SopsCommands {
    private SopsCommands() {}

    /** Encrypts the data key to whom the rule names, and to nobody else; sops shows what changes, and asks. */
    public static String updateKeys(SopsFile sops) {
        return command(
                "sops",
                config(sops.rules()),
                "updatekeys",
                type("--input-type", sops),
                Anew.quoted(sops.file().path()));
    }

    /** Makes another data key for those who open the file now: whoever kept the old one opens nothing with it. */
    public static String rotate(SopsFile sops) {
        return command(
                "sops rotate --in-place", types(sops), Anew.quoted(sops.file().path()));
    }

    /** Encrypts the file again by its rule, the number of groups that are needed included. */
    public static String anew(SopsFile sops) {
        String file = Anew.quoted(sops.file().path());
        return command("sops decrypt --in-place", types(sops), file) + " && "
                + command("sops", config(sops.rules()), "encrypt --in-place", types(sops), file);
    }

    /** Writes a new file, or into one that is there. */
    public static String edit(Path file) {
        return command("sops edit", Anew.quoted(file));
    }

    static String encrypt(Path file, Optional<Path> rules) {
        return command("sops", config(rules), "encrypt --in-place", Anew.quoted(file));
    }

    private static String command(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String config(Optional<Path> rules) {
        return rules.map(path -> "--config " + Anew.quoted(path)).orElse("");
    }

    private static String types(SopsFile sops) {
        return command(type("--input-type", sops), type("--output-type", sops));
    }

    private static String type(String option, SopsFile sops) {
        return sops.inputType().map(type -> option + " " + type).orElse("");
    }
}
