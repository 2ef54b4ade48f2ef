package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptMentionsTest {
    private final Problems problems = new Problems();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pass show \"$x\"",
                "pass show $x",
                "pass show \"known-$x\"",
                "pass show known-$x",
                "pass show known-\"$x\"",
                "pass show known-{a,b}",
                "pass show known-*",
                "pass show `name`",
                "pass show \"$(name)\"",
                "pass show -- \"${name}\"",
                "pass show known",
                "pass show -- 'known' | ssh root@db 'cat > /etc/x'",
                "pass ls",
                "bypass show nothing",
                "./pass show nothing",
                "$pass show nothing",
                "# pass show nothing",
                "true # then pass show nothing",
                "pass show known > ~/.ssh/id_push; ssh -i ~/.ssh/id_push root@db true",
                "ssh -i ~/.ssh/id_ed25519 root@db true",
                "ssh -i ~/.ssh/id_\"$me\" root@db true",
                "ssh -i ~/.ssh/id_$me root@db true",
                "ssh root@\"$host\" true",
                "ssh root@$host true",
                "ssh root@offsite.example.org true",
                "ssh root@localhost true",
                "ssh-keygen -C root@nowhere -f key",
                "ssh root@db 'echo root@nowhere'",
                "cat documents/people/\"$me\".ssh.pub documents/people/*.gpg.asc",
            })
    void what_is_not_spelled_out_is_not_guessed(String script) {
        check(script);

        assertThat(problems.inOrder()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pass show nothing",
                "pass show 'nothing'",
                "pass show -- \"nothing\"",
                "pass show -c nothing",
                "x=$(pass show nothing)",
                "x=\"$(pass show nothing | tail -1)\"",
                "true && pass show nothing",
                "pass insert -m nothing < key",
                "pass insert --multiline --force nothing",
                "ssh root@nowhere true",
                "ssh -o BatchMode=yes root@nowhere true",
                "tar c . | ssh root@nowhere 'tar x'",
                "ssh -i ~/.ssh/id_nobody root@db true",
                "ssh -o IdentityFile=~/.ssh/id_nobody root@db true",
                "cat documents/people/nobody.ssh.pub",
            })
    void what_is_spelled_out_must_exist(String script) {
        check(script);

        assertThat(problems.inOrder()).hasSize(1);
    }

    private void check(String script) {
        Names names = new Names(
                Optional.of(yaml("services: { db: {} }")),
                Optional.of(yaml("people: { alice: {} }\nstores: {}\nsecrets: { known: {} }")),
                problems);
        String page = "```sh\n" + script + "\n```\n";
        new RunbookReader(names, problems).read(new SourceText(Path.of("page.md"), page, ""));
    }

    private static Yaml yaml(String text) {
        List<Finding> none = List.of();
        Problems problems = new Problems();
        Yaml yaml = YamlFile.parse(new SourceText(Path.of("x.yaml"), text, ""), problems)
                .orElseThrow();
        assertThat(problems.inOrder()).isEqualTo(none);
        return yaml;
    }
}
