package dev.blackstart.artefact;

import dev.blackstart.finding.Finding;
import java.nio.file.Path;
import java.util.List;

/**
 * A password-store of pass, gopass or passage: encrypted files below lists of recipients.
 *
 * @param root what was given: a directory or a file
 * @param top where the store begins of which that is all or a part
 * @param whole everything of the store was read
 * @param faults what could not be read, besides what the files say of themselves
 */
public record PasswordStore(
        Path root, Path top, boolean whole, List<RecipientList> lists, List<StoreFile> files, List<Finding> faults) {
    public PasswordStore {
        lists = List.copyOf(lists);
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }
}
