package dev.blackstart.drift;

import dev.blackstart.artefact.Anew;
import dev.blackstart.artefact.ArtefactCode;
import dev.blackstart.artefact.EncryptedFile.Format;
import dev.blackstart.artefact.PasswordStore;
import dev.blackstart.artefact.PublicKey;
import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.RecipientList;
import dev.blackstart.artefact.Slot;
import dev.blackstart.artefact.StoreFile;
import dev.blackstart.finding.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Files of a store for which no list says who should open them. */
final class UnlistedDrift {
    private final PasswordStore store;
    private final Holders holders;
    private final Findings findings;

    UnlistedDrift(PasswordStore store, Holders holders, Findings findings) {
        this.store = store;
        this.holders = holders;
        this.findings = findings;
    }

    void check() {
        for (RecipientList list : store.lists()) {
            if (list.legible() && list.entries().isEmpty()) {
                findings.add(
                        ArtefactCode.GPG_ID_EMPTY,
                        Place.start(list.file()),
                        "the file names no recipient: what lies below it is encrypted to nobody in particular",
                        hint(list.folder(), list.file().getFileName().toString(), Optional.of(list)));
            }
        }
        Map<String, StoreFile> firsts = new LinkedHashMap<>();
        store.files().stream()
                .filter(file -> file.list().isEmpty() && file.file().format() != Format.GIT_CRYPT)
                .forEach(file -> firsts.putIfAbsent(file.anew().folder(), file));
        firsts.forEach((folder, file) -> {
            String list = file.anew().suffix().list();
            findings.add(
                    DriftCode.GPG_ID_MISSING,
                    file.file().place(),
                    "no %s applies here: nothing says who should open the files of this directory".formatted(list),
                    hint(folder, list, Optional.empty()));
        });
    }

    /** Names those who open the files now, if they are the same for all: the list then changes for nobody. */
    private String hint(String folder, String name, Optional<RecipientList> list) {
        List<StoreFile> files = store.files().stream()
                .filter(file -> file.list().equals(list))
                .filter(file -> list.isPresent() || within(file.anew().folder(), folder))
                .toList();
        List<Optional<Set<String>>> keys =
                files.stream().map(this::keys).distinct().toList();
        Optional<Set<String>> all = keys.size() == 1 ? keys.get(0) : Optional.empty();
        return all.filter(found -> store.whole() && name.equals(".gpg-id"))
                .map(found -> "Name those who open the files now: `%s`."
                        .formatted(Anew.init(store.top(), folder, List.copyOf(found))))
                .orElse("Write a %s there that names who should open the files, each on a line of its own."
                        .formatted(name));
    }

    private static boolean within(String folder, String above) {
        return above.isEmpty() || folder.equals(above) || folder.startsWith(above + "/");
    }

    /** Gives the fingerprints of all who open the file; empty where one of them is not known. */
    private Optional<Set<String>> keys(StoreFile file) {
        Set<String> found = new TreeSet<>();
        for (Slot slot : file.file().slots()) {
            List<PublicKey> keys = slot.recipient() instanceof Recipient.OpenPgp key ? holders.keys(key) : List.of();
            if (keys.isEmpty()) {
                return Optional.empty();
            }
            keys.forEach(key -> found.add(key.fingerprint()));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
