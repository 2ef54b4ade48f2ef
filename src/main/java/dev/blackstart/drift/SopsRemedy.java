package dev.blackstart.drift;

import dev.blackstart.artefact.Recipient;
import dev.blackstart.artefact.SopsCommands;
import dev.blackstart.artefact.SopsFile;
import dev.blackstart.definition.Person;
import java.nio.file.Path;

/** What to do about a file of sops: its rule says it, and somebody who can open the file carries it out. */
final class SopsRemedy implements Remedy {
    private final SopsFile sops;

    SopsRemedy(SopsFile sops) {
        this.sops = sops;
    }

    @Override
    public String openTo(Person person) {
        return "name a key of %s in %s, and let somebody who can open the file do: `%s`"
                .formatted(person.name(), rule(), SopsCommands.updateKeys(sops));
    }

    @Override
    public String askForMore() {
        return ("let %s ask for that many, with a group of `key_groups` for each and `shamir_threshold`, encrypt the file anew: `%s`;"
                        + " and change what it holds")
                .formatted(rule(), SopsCommands.anew(sops));
    }

    @Override
    public String shutOut(Recipient recipient) {
        return "take their keys out of %s, let somebody who can open the file do `%s`, then `%s`, and change what it holds"
                .formatted(rule(), SopsCommands.updateKeys(sops), SopsCommands.rotate(sops));
    }

    private String rule() {
        return sops.rule()
                .map(rule -> "the rule at " + rule.place().fileAndLine())
                .orElse("a rule of " + sops.rules().map(Path::toString).orElse(".sops.yaml"));
    }
}
