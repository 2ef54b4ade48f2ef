package dev.blackstart.artefact;

import dev.blackstart.artefact.Node.Text;
import dev.blackstart.artefact.Recipient.Machine;
import dev.blackstart.artefact.Recipient.OpenPgp;
import dev.blackstart.finding.Place;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the entries of a file's metadata: for each key, its name and the data key that it opens. */
final class SopsDataKeys implements SopsKeys.Entries {
    private static final String DATA_KEY = "enc";

    private final Path file;
    private final SopsFaults faults;

    SopsDataKeys(Path file, SopsFaults faults) {
        this.file = file;
        this.faults = faults;
    }

    @Override
    public List<Slot> read(String word, Node entry) {
        Optional<Text> message = entry.text(DATA_KEY);
        if (message.isEmpty()) {
            faults.idle(entry.place(), word);
            return List.of();
        }
        return switch (word) {
            case SopsKeys.PGP -> openPgp(entry, message.get());
            case SopsKeys.AGE -> age(entry);
            default -> machine(word, entry);
        };
    }

    /** The fingerprint is only what the file claims; the key that really opens it stands in the message beside it. */
    private List<Slot> openPgp(Node entry, Text message) {
        Optional<Text> said = entry.text("fp");
        String claim = said.map(Text::text).map(SopsKeys::fingerprint).orElse("");
        Place place = said.map(Text::place).orElse(entry.place());
        List<Slot> slots = new ArrayList<>();
        for (Recipient recipient : recipients(message)) {
            slots.add(new Slot(recipient instanceof OpenPgp key ? new OpenPgp(key.id(), claim) : recipient, place));
        }
        if (slots.isEmpty() && said.isPresent()) {
            slots.add(new Slot(new OpenPgp(claim, claim), place));
        }
        return slots;
    }

    private List<Recipient> recipients(Text message) {
        byte[] bytes = message.text().replace("\\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
        Header header = OpenPgpMessage.read(new ByteArrayInputStream(bytes), file);
        header.faults()
                .forEach(fault -> faults.broken(message.place(), "the data key for a recipient: " + fault.message()));
        return header.recipients();
    }

    private List<Slot> age(Node entry) {
        Optional<Text> recipient = entry.text("recipient");
        if (recipient.isEmpty()) {
            faults.broken(entry.place(), "an entry of \"age\" does not say whose it is");
        }
        return recipient.stream()
                .map(text -> new Slot(SopsKeys.age(text.text()), text.place()))
                .toList();
    }

    private List<Slot> machine(String word, Node entry) {
        Optional<Machine> machine = SopsMachines.entry(word, entry);
        if (machine.isEmpty()) {
            faults.broken(entry.place(), "an entry of \"%s\" does not say which key it is".formatted(word));
        }
        return machine.stream().map(one -> new Slot(one, entry.place())).toList();
    }
}
