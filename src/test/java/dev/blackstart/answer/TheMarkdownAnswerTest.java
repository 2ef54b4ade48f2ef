package dev.blackstart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class TheMarkdownAnswerTest {
    @Test
    void a_wiki_page_says_the_same_as_the_table() {
        assertThat(Format.MD.render(Examples.of(Path.of("docs/access/five-people")), Ansi.OFF))
                .contains("- Lose any one of carol and dave, and bank-signature cannot be opened.")
                .contains("| **1** | `bank-signature` | 2: carol and dave | any one of carol and dave |")
                .contains("| person carol | bank-signature |")
                .contains("- **warning** `bus-factor-one`");
    }

    @Test
    void without_some_people_it_says_what_is_still_open() {
        assertThat(Format.MD.render(Examples.of(Path.of("docs/access/five-people"), 0, Set.of("dave")), Ansi.OFF))
                .contains("Without dave:", "| secret | `bank-signature` | **closed** |");
    }

    @Test
    void a_graph_has_people_locks_and_secrets() {
        assertThat(Format.DOT.render(Examples.of(Path.of("docs/access/five-people")), Ansi.OFF))
                .startsWith("digraph \"five-people\" {")
                .contains("[label=\"2 of 3\", shape=hexagon")
                .contains("[style=dashed, label=copy]")
                .contains("penwidth=3")
                .endsWith("}\n");
    }
}
