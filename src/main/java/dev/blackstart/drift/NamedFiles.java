package dev.blackstart.drift;

import dev.blackstart.artefact.EncryptedFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files that may be secrets of an inventory, and the names under which it may know them. */
interface NamedFiles {
    /** The directory whose files they are. */
    Path root();

    Collection<EncryptedFile> all();

    /** Finds what may be the file of this name: more than one where names differ in their endings only. */
    List<EncryptedFile> find(String name);

    /** Gives the name under which an inventory would know the file. */
    String nameOf(EncryptedFile file);

    /** @param meant who by the inventory opens each of these files alone; files that it does not know are absent */
    Remedy remedy(EncryptedFile file, Map<EncryptedFile, Set<String>> meant);

    /** Says how a secret of this name is put there. */
    String writing(String name);

    /** Says whether these are all that there is, so that what is not among them is nowhere. */
    boolean whole();
}
