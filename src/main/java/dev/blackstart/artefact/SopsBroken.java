package dev.blackstart.artefact;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;

/** Words what cannot be read of sops. */
final class SopsBroken {
    private SopsBroken() {}

    static Finding file(Place place, String message) {
        return new Finding(
                ArtefactCode.SOPS_BROKEN,
                place,
                message,
                "Bring the file back from a backup or from version control; until then nobody can tell who opens it.");
    }

    static Finding rules(Place place, String message) {
        return new Finding(
                ArtefactCode.SOPS_RULES_BROKEN,
                place,
                message,
                "Correct it; files that it may be for were not compared with it.");
    }
}
