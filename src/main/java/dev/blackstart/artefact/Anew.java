package dev.blackstart.artefact;

import dev.blackstart.artefact.RecipientList.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Commands that write files of a store anew for whom their list names and for nobody else. They can be pasted as they
 * are, wherever one is: a command that works on another store, or on more of it, would let people in.
 *
 * @param top where the store begins
 * @param folder in which the file lies
 * @param name of the file's secret
 * @param list that is for the file
 */
public record Anew(Path top, String folder, Path file, String name, Suffix suffix, Optional<RecipientList> list) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@%+:,./_-]+");
    private static final String SAFELY = "bash -o pipefail -c '%s -o \"$0.new\" && mv \"$0.new\" \"$0\"' %s";
    private static final String IDENTITIES = "\"${PASSAGE_IDENTITIES_FILE:-$HOME/.passage/identities}\"";

    /** Encrypts everything that a list is for to these, and writes them down in it. */
    public static String init(Path top, String folder, List<String> names) {
        return pass(top, "init" + (folder.isEmpty() ? "" : " -p " + quoted(folder)), names);
    }

    /** Gives a secret another name, and encrypts it to those whom the list names that is for it then. */
    public static String move(Path top, String from, String to) {
        return pass(top, "mv", List.of(from, to));
    }

    /** Asks for what a secret is that the store does not hold yet, and encrypts it to those whom the list names for it. */
    public static String write(Path top, String name) {
        return pass(top, "insert -m", List.of(name));
    }

    private static String pass(Path top, String verb, List<String> arguments) {
        return "PASSWORD_STORE_DIR=%s pass %s %s".formatted(quoted(top), verb, quoted(arguments));
    }

    /** Encrypts the file, and where its tool does, whatever else its list is for, to whom the list names. */
    public Optional<String> encrypt() {
        return list.filter(found -> !found.entries().isEmpty())
                .map(found -> isOfPass() ? init(top, found.folder(), names(found)) : one(found));
    }

    /** Encrypts the file alone to whom the list names, whoever opens it now. */
    public Optional<String> encryptAlone() {
        return list.filter(found -> !found.entries().isEmpty()).map(this::one);
    }

    private String one(RecipientList found) {
        return suffix == Suffix.AGE
                ? SAFELY.formatted(
                        "age -d -i \"$1\" \"$0\" | age -R \"$2\"",
                        quoted(file) + " " + IDENTITIES + " " + quoted(found.file()))
                : SAFELY.formatted(
                        "gpg -d \"$0\" | gpg -e --no-encrypt-to --no-throw-keyids \"$@\"",
                        quoted(file)
                                + names(found).stream()
                                        .map(one -> " -r " + quoted(one))
                                        .collect(Collectors.joining()));
    }

    /** Asks for what the file is to hold, and encrypts it to whom the list names. */
    public Optional<String> insert() {
        return list.map(found -> suffix == Suffix.AGE
                ? "age -R %s -o %s".formatted(quoted(found.file()), quoted(file))
                : pass(top, "insert -m -f", List.of(name)));
    }

    /** Encrypts a file that is not encrypted, and removes it. */
    Optional<String> instead() {
        String from = quoted(file);
        return list.map(found -> suffix == Suffix.AGE
                ? "age -R %s -o %s %s && rm %s"
                        .formatted(
                                quoted(found.file()),
                                quoted(file.resolveSibling(file.getFileName() + ".age")),
                                from,
                                from)
                : "%s < %s && rm %s".formatted(write(top, name), from, from));
    }

    /** Says whether pass encrypts the file anew, as it does by the file's name. */
    public boolean isOfPass() {
        return suffix == Suffix.GPG && Suffix.of(file).isPresent();
    }

    private static List<String> names(RecipientList list) {
        return list.entries().stream().map(Entry::text).toList();
    }

    /** Names a file so that a shell finds it from anywhere. */
    static String quoted(Path file) {
        return quoted(file.toAbsolutePath().normalize().toString());
    }

    private static String quoted(List<String> words) {
        return words.stream().map(Anew::quoted).collect(Collectors.joining(" "));
    }

    /** Writes a word so that a shell reads it as it is. */
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
