package dev.blackstart.proof;

import dev.blackstart.artefact.ArtefactCode;
import dev.blackstart.artefact.Bytes;
import dev.blackstart.finding.Finding;
import dev.blackstart.proof.Proofs.Asked;
import dev.blackstart.proof.Proofs.Broken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the challenges of a directory, and checks what lies beside them as their answers. */
final class ProofReader {
    private static final long MOST_BYTES = 1L << 20;

    private final Path directory;
    private final Map<Challenge, String> challenges = new LinkedHashMap<>();
    private final List<Broken> broken = new ArrayList<>();
    private final List<Finding> faults = new ArrayList<>();

    ProofReader(Path directory) {
        this.directory = directory;
    }

    Proofs read() {
        List<Path> files = files();
        Set<Path> expected = new HashSet<>();
        for (Path file : files) {
            if (file.toString().endsWith(Challenge.SUFFIX)) {
                text(file).ifPresent(text -> challenge(file, text));
                expected.addAll(answers(file));
            }
        }
        AnswerCheck check = new AnswerCheck(challenges);
        List<Asked> asked = new ArrayList<>();
        challenges.keySet().forEach(challenge -> asked.add(asked(challenge, check)));
        List<Path> strays = files.stream()
                .filter(file -> !file.toString().endsWith(Challenge.SUFFIX) && !expected.contains(file))
                .toList();
        return new Proofs(asked, broken, strays, List.of(), faults);
    }

    private Asked asked(Challenge challenge, AnswerCheck check) {
        Path answer = answers(challenge.file()).stream()
                .filter(Files::exists)
                .findFirst()
                .orElse(challenge.answer());
        Reply reply = !Files.exists(answer)
                ? Reply.NONE
                : text(answer)
                        .map(given -> check.of(challenge, given))
                        .orElse(Reply.of(Reply.State.BROKEN, "it cannot be read"));
        return new Asked(challenge, answer, reply);
    }

    /** What ssh-keygen writes by itself, when it is given the challenge as a file, is taken too. */
    private static List<Path> answers(Path challenge) {
        String name = challenge.getFileName().toString();
        return List.of(
                challenge.resolveSibling(name.substring(0, name.length() - Challenge.SUFFIX.length()) + ".answer"),
                challenge.resolveSibling(name + ".sig"));
    }

    private List<Path> files() {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().matches("(?s).*(\\.challenge|\\.answer|\\.challenge\\.sig)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            faults.add(Finding.ofFile(
                    ArtefactCode.UNREADABLE,
                    directory,
                    "the directory cannot be read",
                    "Check its permissions: " + e + "."));
            return List.of();
        }
    }

    private void challenge(Path file, String text) {
        // Its name stands in commands that people paste.
        if (!file.getFileName().toString().matches("[A-Za-z0-9_][A-Za-z0-9._-]*")) {
            broken.add(new Broken(file, "no challenge is called so"));
            return;
        }
        try {
            challenges.put(ChallengeText.read(file, text), text);
        } catch (IllegalArgumentException e) {
            broken.add(new Broken(file, String.valueOf(e.getMessage())));
        }
    }

    private Optional<String> text(Path file) {
        return Bytes.read(file, MOST_BYTES, faults).map(ProofReader::decoded);
    }

    /** PowerShell writes what a program prints in UTF-16. */
    private static String decoded(byte[] bytes) {
        boolean wide = bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe;
        return new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).replace("\uFEFF", "");
    }
}
