package dev.blackstart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import picocli.CommandLine.Help.Ansi;

class ThePictureTest {
    @TempDir
    Path directory;

    static Stream<Answer> answers() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void every_picture_is_one_file_that_fetches_nothing(Answer answer) {
        assertThat(picture(answer).replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("<script", "href", "url(", "@import", "http:", "https:");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void every_picture_is_xml_with_a_title_a_description_and_every_name_as_text(Answer answer) throws Exception {
        Document picture = parsed(picture(answer));

        assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                .endsWith(answer.name());
        assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
                .contains(answer.inventory().secrets().keySet());
        assertThat(IntStream.range(0, picture.getElementsByTagName("text").getLength())
                        .mapToObj(i ->
                                picture.getElementsByTagName("text").item(i).getTextContent()))
                .containsAll(answer.inventory().people().keySet())
                .containsAll(answer.inventory().stores().keySet())
                .containsAll(answer.inventory().secrets().keySet());
    }

    @Test
    void it_stays_the_same_as_long_as_the_inventory_does() {
        Path inventory = Path.of("docs/access/five-people");

        assertThat(picture(Examples.of(inventory))).isEqualTo(picture(Examples.of(inventory)));
    }

    @Test
    void danger_is_told_by_shape_and_word_too() {
        assertThat(picture(Examples.of(Path.of("docs/access/two-people"))))
                .contains("bus factor 1, opens with 1 person", "needed for 1 secret", "M8 0L17 16H-1Z");
    }

    @Test
    void a_crowd_is_drawn_as_one() {
        String people = IntStream.range(0, 200).mapToObj(i -> "p" + i).collect(Collectors.joining(", "));
        String named = IntStream.range(0, 200).mapToObj(i -> "p" + i + ": {}").collect(Collectors.joining(", "));
        Answer answer = Examples.of("""
                people: { %s }
                stores: { pass: { kind: openpgp, path: store, openedBy: { quorum: 3, of: [%s] } } }
                secrets: { root: { purpose: is root, store: pass } }
                """.formatted(named, people), directory);

        assertThat(picture(answer)).contains(">200 people<", ">3 of 200<");
    }

    private static String picture(Answer answer) {
        return Format.SVG.render(answer, Ansi.OFF);
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
