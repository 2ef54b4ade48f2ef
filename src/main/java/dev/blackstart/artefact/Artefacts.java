package dev.blackstart.artefact;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that was read, and in each part what could not be. */
public record Artefacts(
        List<PasswordStore> stores, List<SopsTree> sops, List<AuthorizedKeys> authorizedKeys, Keyring keyring) {
    public Artefacts {
        stores = List.copyOf(stores);
        sops = List.copyOf(sops);
        authorizedKeys = List.copyOf(authorizedKeys);
    }

    /**
     * What to read.
     *
     * @param stores password-stores, or single files of them
     * @param sops files encrypted with sops, or directories of them
     * @param age files encrypted with age, or directories of them
     * @param keys files or directories of OpenPGP public keys; empty: the user's own public keyring
     * @param gnupgHome where that keyring is; empty: there is none
     */
    public record Sources(
            List<Path> stores,
            List<Path> sops,
            List<Path> age,
            List<Path> authorizedKeys,
            List<Path> keys,
            Optional<Path> gnupgHome) {
        public Sources {
            stores = List.copyOf(stores);
            sops = List.copyOf(sops);
            age = List.copyOf(age);
            authorizedKeys = List.copyOf(authorizedKeys);
            keys = List.copyOf(keys);
        }
    }

    /** Reads all of it; no private key, passphrase or agent is asked for. */
    public static Artefacts read(Sources sources) {
        Given given = new Given(
                Stream.concat(sources.stores().stream(), sources.age().stream()).toList());
        List<PasswordStore> stores = given.paths().stream()
                .map(path -> StoreReader.read(path, given))
                .toList();
        return new Artefacts(
                stores,
                new Given(sources.sops())
                        .outermost().stream().map(SopsReader::read).toList(),
                sources.authorizedKeys().stream()
                        .map(AuthorizedKeysReader::read)
                        .toList(),
                keyring(sources, stores));
    }

    /** Names the OpenPGP keys and subkeys that open any of the files, by key id or fingerprint, in capital hex. */
    public Set<String> openPgpRecipients() {
        return Stream.concat(
                        stores.stream().flatMap(store -> store.files().stream()).map(StoreFile::file),
                        sops.stream().flatMap(tree -> tree.files().stream()).map(SopsFile::file))
                .flatMap(file -> file.slots().stream())
                .flatMap(slot -> slot.recipient() instanceof Recipient.OpenPgp key ? Stream.of(key.id()) : Stream.of())
                .collect(Collectors.toSet());
    }

    private static Keyring keyring(Sources sources, List<PasswordStore> stores) {
        KeyringReader reader = new KeyringReader();
        sources.keys().forEach(reader::add);
        for (PasswordStore store : stores) {
            Path keys = store.top().resolve(".public-keys"); // gopass keeps them there
            if (Files.isDirectory(keys)) {
                reader.add(keys);
            }
        }
        boolean openPgp = !sources.stores().isEmpty() || !sources.sops().isEmpty();
        if (sources.keys().isEmpty() && openPgp) {
            sources.gnupgHome().ifPresent(reader::addHome);
        }
        return reader.read();
    }

    /** Reads public keys, from the user's own keyring if no others are given. */
    public static Keyring keyring(List<Path> keys, Optional<Path> gnupgHome) {
        KeyringReader reader = new KeyringReader();
        keys.forEach(reader::add);
        if (keys.isEmpty()) {
            gnupgHome.ifPresent(reader::addHome);
        }
        return reader.read();
    }

    /** Gives the directory where the user's gpg keeps public keys, if there is one. */
    public static Optional<Path> usersGnupgHome() {
        return Gpg.usersHome();
    }
}
