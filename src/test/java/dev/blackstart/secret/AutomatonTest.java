package dev.blackstart.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class AutomatonTest {
    @Property(tries = 200)
    void what_ends_at_each_character_is_what_a_search_for_each_text_finds(
            @ForAll @Size(max = 8) Set<@CharRange(from = 'a', to = 'c') @NotEmpty @StringLength(max = 5) String> texts,
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 40) String stream) {
        Automaton automaton = new Automaton(shapes(texts));
        int state = Automaton.START;
        for (int end = 1; end <= stream.length(); end++) {
            state = automaton.next(state, stream.charAt(end - 1));

            String read = stream.substring(0, end);
            assertThat(ending(automaton, state))
                    .containsExactlyInAnyOrderElementsOf(
                            texts.stream().filter(read::endsWith).toList());
            assertThat(automaton.depth(state)).isEqualTo(begun(texts, read));
        }
    }

    /** The most characters at the end of what was read with which any of the texts begins. */
    private static int begun(Set<String> texts, String read) {
        int depth = read.length();
        while (depth > 0 && !anyBeginsWith(texts, read.substring(read.length() - depth))) {
            depth--;
        }
        return depth;
    }

    private static boolean anyBeginsWith(Set<String> texts, String begin) {
        return texts.stream().anyMatch(text -> text.startsWith(begin));
    }

    private static List<String> ending(Automaton automaton, int state) {
        List<String> all = new ArrayList<>();
        for (int text = automaton.longest(state); text != Automaton.START; text = automaton.shorter(text)) {
            String name = automaton.shape(text).secret();
            assertThat(automaton.depth(text)).isEqualTo(name.length());
            all.add(name);
        }
        return all;
    }

    /** Each text is the name of its secret. */
    private static Map<String, Shape> shapes(Set<String> texts) {
        return texts.stream()
                .collect(Collectors.toMap(
                        text -> text, text -> new Shape(text, Form.PLAIN), (one, other) -> one, LinkedHashMap::new));
    }
}
