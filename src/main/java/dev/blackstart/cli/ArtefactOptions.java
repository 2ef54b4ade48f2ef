package dev.blackstart.cli;

import dev.blackstart.artefact.Artefacts;
import dev.blackstart.artefact.Keyring;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is to be read instead of documents: files as they really are. */
final class ArtefactOptions {
    @Option(
            names = "--store",
            paramLabel = "DIR|FILE",
            description =
                    "Ask a password-store, a part of one, or git-crypt's keys: who really opens each file. May be repeated, as all of these.")
    private List<Path> stores = List.of();

    @Option(names = "--sops", paramLabel = "FILE|DIR", description = "Ask files that sops encrypted.")
    private List<Path> sops = List.of();

    @Option(names = "--age", paramLabel = "FILE|DIR", description = "Ask files that age encrypted.")
    private List<Path> age = List.of();

    @Option(
            names = "--authorized-keys",
            paramLabel = "FILE",
            description = "List who may log in by a server's authorized_keys, compared with whom the inventory knows.")
    private List<Path> authorizedKeys = List.of();

    @Option(
            names = "--keys",
            paramLabel = "FILE|DIR",
            description = "OpenPGP public keys (default: the user's own public keyring).")
    private List<Path> keys = List.of();

    boolean given() {
        return Stream.of(stores, sops, age, authorizedKeys).anyMatch(paths -> !paths.isEmpty());
    }

    /** Lists what encrypted files are looked for in. */
    List<Path> sources() {
        return Stream.of(stores, age, sops).flatMap(List::stream).toList();
    }

    /** Lists everything that is asked, {@code authorized_keys} too. */
    List<Path> all() {
        return Stream.concat(sources().stream(), authorizedKeys.stream()).toList();
    }

    /** Gives the public keys of people; those that were read with artefacts, where OpenPGP keys belong to such. */
    Keyring keyring(Artefacts read) {
        return stores.isEmpty() && sops.isEmpty()
                ? Artefacts.keyring(keys, Artefacts.usersGnupgHome())
                : read.keyring();
    }

    Artefacts read() {
        return Artefacts.read(
                new Artefacts.Sources(stores, sops, age, authorizedKeys, keys, Artefacts.usersGnupgHome()));
    }
}
