package dev.blackstart.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hints about the files of a store of age, followed by somebody who opens them. */
class TheHintsOfAgeTest extends FollowedHints {
    private final List<Path> everybodys = new ArrayList<>();
    private Path secrets;
    private Path file;

    @BeforeEach
    void make_a_store_of_age() throws IOException {
        secrets = Files.createDirectories(directory.resolve("the secrets"));
        file = secrets.resolve("login.age");
        stores = List.of();
        age = List.of(secrets);
    }

    private Path identity(String name) {
        Path identity = directory.resolve(name + ".key");
        own.run("age-keygen", "-o", identity.toString());
        everybodys.add(identity);
        return identity;
    }

    private String recipient(Path identity) {
        return own.run("age-keygen", "-y", identity.toString()).strip();
    }

    private void list(String... recipients) throws IOException {
        Files.write(secrets.resolve(".age-recipients"), List.of(recipients));
    }

    private void encrypt(String... recipients) {
        List<String> command = new ArrayList<>(List.of("age", "-o", file.toString()));
        for (String recipient : recipients) {
            command.addAll(List.of("-r", recipient));
        }
        own.run(command.toArray(String[]::new));
    }

    private void followAs(Path identity, String code) {
        sh("export PASSAGE_IDENTITIES_FILE=" + identity + "; " + command(code));
    }

    private List<Path> opening() {
        return everybodys.stream().filter(this::opens).toList();
    }

    private boolean opens(Path identity) {
        try {
            own.run("age", "-d", "-i", identity.toString(), file.toString());
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Test
    @Follows("recipient-count")
    void whoever_came_opens_the_file_and_whoever_left_does_not() throws IOException {
        Path alice = identity("alice");
        Path bob = identity("bob");
        Path carol = identity("carol");
        list(recipient(alice), "# came", recipient(carol));
        encrypt(recipient(alice), recipient(bob), recipient(identity("dave")));

        followAs(alice, "recipient-count");

        isGone("recipient-count");
        assertThat(opening()).containsExactly(alice, carol);
    }

    @Test
    @Follows("hidden-recipient")
    void the_ssh_keys_of_the_same_people_are_named() throws IOException {
        AuthorizedKeysTest.generate(own, directory, "alice", "rsa");
        Path alice = identity("alice");
        list(recipient(alice));
        encrypt(recipient(alice));

        list(ssh("alice")); // "put those of the same people into the list"
        followAs(alice, "hidden-recipient");

        isMended();
        everybodys.add(directory.resolve("alice"));
        assertThat(opening()).containsExactly(directory.resolve("alice"));
    }

    private String ssh(String name) throws IOException {
        return Files.readString(directory.resolve(name + ".pub")).strip();
    }

    @Test
    void ssh_keys_come_and_go_as_the_list_says() throws IOException {
        AuthorizedKeysTest.generate(own, directory, "alice", "rsa", "mallory");
        everybodys.addAll(List.of(directory.resolve("alice"), directory.resolve("rsa"), directory.resolve("mallory")));
        list(ssh("alice"), ssh("rsa"));
        encrypt(ssh("alice"), ssh("mallory"));

        followAs(directory.resolve("alice"), "extra-recipient");

        isMended();
        assertThat(opening()).containsExactly(directory.resolve("alice"), directory.resolve("rsa"));
    }

    @Test
    @Follows({"no-age", "truncated", "empty-file", "plaintext-file"})
    void what_is_of_no_use_is_written_anew_for_whom_the_list_names() throws IOException {
        AuthorizedKeysTest.generate(own, directory, "alice");
        list(ssh("alice"));
        encrypt(ssh("alice"));
        Files.write(secrets.resolve("cut.age"), Arrays.copyOf(Files.readAllBytes(file), 50));
        Files.createFile(secrets.resolve("empty.age"));
        Files.writeString(secrets.resolve("note.age"), "hello\nworld\n");
        Files.writeString(secrets.resolve("to do.txt"), "call the bank\n");

        for (String code : List.of("no-age", "truncated", "empty-file", "plaintext-file")) {
            follow(code);
            isGone(code);
        }

        isMended();
        assertThat(drift().files())
                .hasSize(5)
                .allSatisfy(one ->
                        assertThat(one.opened().people()).hasSize(1).allMatch(person -> person.startsWith("ssh key")));
    }
}
