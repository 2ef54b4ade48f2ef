package dev.blackstart.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlikeTest {
    @Test
    void one_cause_in_many_files_is_told_once() {
        List<Finding> findings = IntStream.range(0, 500)
                .mapToObj(i -> finding("web/%d.gpg".formatted(i), "still encrypted to old"))
                .toList();

        List<Alike> groups = Alike.group(findings);

        assertThat(groups).singleElement().satisfies(alike -> {
            assertThat(alike.first()).isEqualTo(findings.get(0));
            assertThat(alike.elsewhere())
                    .isEqualTo("also in web/1.gpg:1, web/2.gpg:1, web/3.gpg:1 and 496 more; --format json lists them");
        });
    }

    @Test
    void other_causes_stand_by_themselves_in_their_order() {
        List<Alike> groups = Alike.group(List.of(
                finding("a.gpg", "still encrypted to old"),
                finding("b.gpg", "ben cannot open the file"),
                finding("c.gpg", "still encrypted to old")));

        assertThat(groups)
                .map(alike -> alike.first().place().file())
                .containsExactly(Path.of("a.gpg"), Path.of("b.gpg"));
        assertThat(groups).map(Alike::elsewhere).containsExactly("also in c.gpg:1", "");
    }

    private static Finding finding(String file, String message) {
        return new Finding(AnswerCode.OPENED_BY_NOBODY, Place.start(Path.of(file)), message, "Mend it.");
    }
}
