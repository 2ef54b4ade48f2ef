package dev.blackstart.artefact;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.util.List;

/** Says what is not understood of a file of sops, or of its rules. */
final class SopsFaults {
    private final ArtefactCode code;
    private final String hint;
    private final List<Finding> faults;

    private SopsFaults(ArtefactCode code, String hint, List<Finding> faults) {
        this.code = code;
        this.hint = hint;
        this.faults = faults;
    }

    static SopsFaults ofFile(List<Finding> faults) {
        return new SopsFaults(
                ArtefactCode.SOPS_BROKEN,
                "Bring the file back from a backup or from version control; until then nobody can tell who opens it.",
                faults);
    }

    static SopsFaults ofRules(List<Finding> faults) {
        return new SopsFaults(
                ArtefactCode.SOPS_RULES_BROKEN,
                "Correct it, so that sops reads it, too; files that it may be for were not compared with it.",
                faults);
    }

    void broken(Place place, String message) {
        faults.add(new Finding(code, place, message, hint));
    }

    /** For an entry that is there and opens nothing: the file needs no backup. */
    void idle(Place place, String word) {
        faults.add(new Finding(
                code,
                place,
                "an entry of \"%s\" has no data key: whom it names cannot open the file".formatted(word),
                "Take the entry out: it opens nothing. `sops updatekeys` puts in whom the rule names."));
    }

    void unknownKind(Place place, String word) {
        faults.add(
                new Finding(
                        ArtefactCode.UNKNOWN_ALGORITHM,
                        place,
                        "\"%s\" may be keys of a kind that is not known here".formatted(word),
                        "If they are none, take them out: sops passes over them. If they are, nobody can tell from here who has them."));
    }
}
