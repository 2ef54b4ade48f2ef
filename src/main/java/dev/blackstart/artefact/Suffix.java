package dev.blackstart.artefact;

import dev.blackstart.artefact.EncryptedFile.Format;
import java.nio.file.Path;
import java.util.Optional;

/** How the name of an encrypted file ends, and so with what it is encrypted. */
public enum Suffix {
    GPG(".gpg", ".gpg-id", Format.OPENPGP),
    AGE(".age", ".age-recipients", Format.AGE);

    private final String ending;
    private final String list;
    private final Format format;

    Suffix(String ending, String list, Format format) {
        this.ending = ending;
        this.list = list;
        this.format = format;
    }

    static Optional<Suffix> of(Path file) {
        String name = file.getFileName().toString();
        for (Suffix suffix : values()) {
            if (name.length() > suffix.ending.length() && name.endsWith(suffix.ending)) {
                return Optional.of(suffix);
            }
        }
        return Optional.empty();
    }

    static boolean isList(Path file) {
        String name = file.getFileName().toString();
        return name.equals(GPG.list) || name.equals(AGE.list);
    }

    /** Gives the name of the lists that are for such files. */
    public String list() {
        return list;
    }

    Format format() {
        return format;
    }

    String without(String name) {
        return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    }
}
