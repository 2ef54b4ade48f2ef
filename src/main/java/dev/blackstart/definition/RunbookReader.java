package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** Reads the steps of a runbook: fenced blocks of shell commands and verbs, each under its heading. */
final class RunbookReader {
    /** Headings of the first two levels name phases; deeper ones stay within theirs. */
    private static final int DEEPEST_PHASE = 2;

    private static final String NO_HEADING = "(start)";
    private static final int DEEPEST_NESTING = 50;
    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST_NESTING)
            .maxInlineNesting(DEEPEST_NESTING)
            .build();
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().build();

    private final Names names;
    private final Problems problems;

    RunbookReader(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    Runbook read(SourceText source) {
        Walk walk = new Walk(source);
        PARSER.parse(source.text()).accept(walk);
        return new Runbook(source.file().getFileName().toString(), source.file(), walk.steps);
    }

    /** Goes through one page from top to bottom. */
    private final class Walk extends AbstractVisitor {
        private final List<Step> steps = new ArrayList<>();
        private final Path file;
        private final List<String> lines;
        private final VerbReader verbs;
        private final ScriptMentions mentions;
        private String heading = NO_HEADING;

        Walk(SourceText source) {
            this.file = source.file();
            this.lines = source.text().lines().toList();
            this.mentions = new ScriptMentions(names, source.text());
            this.verbs = new VerbReader(names, problems, file.endsWith(EnvironmentDefinition.COMMISSION));
        }

        @Override
        public void visit(Heading node) {
            if (node.getLevel() <= DEEPEST_PHASE) {
                heading = PLAIN.render(node).strip();
            }
        }

        @Override
        public void visit(FencedCodeBlock node) {
            SourceSpan opening = node.getSourceSpans().get(0);
            Place place = new Place(file, opening.getLineIndex() + 1, opening.getColumnIndex() + 1);
            if (node.getClosingFenceLength() == null) {
                String fence = node.getFenceCharacter().repeat(node.getOpeningFenceLength());
                problems.error(
                        place,
                        "the block that opens here never ends",
                        "Close it with a line of " + fence + "; until then all that follows is part of it.");
                return;
            }
            InfoString info = InfoString.parse(node.getInfo(), place, lines.get(opening.getLineIndex()));
            if (!info.isStep(problems)) {
                return;
            }
            if (node.getLiteral().isBlank()) {
                problems.error(place, "an empty step", "Write the commands into the block, or remove it.");
                return;
            }
            steps.add(
                    info.language().equals("blackstart")
                            ? verbs.read(heading, info, scriptLines(node))
                            : shell(node, info));
        }

        private Step shell(FencedCodeBlock node, InfoString info) {
            mentions.check(scriptLines(node), info.isOnResponder());
            return new Step.Shell(
                    heading,
                    info.place(),
                    info.language().equals("sh") ? Step.Language.SH : Step.Language.BASH,
                    info.target(names, problems),
                    info.timeout(problems),
                    node.getLiteral());
        }

        private List<ScriptLine> scriptLines(FencedCodeBlock block) {
            List<ScriptLine> result = new ArrayList<>();
            List<SourceSpan> spans = block.getSourceSpans();
            List<String> texts = block.getLiteral().lines().toList();
            for (int i = 0; i < texts.size() && i + 1 < spans.size(); i++) {
                SourceSpan span = spans.get(i + 1);
                int indent = Math.max(0, span.getLength() - texts.get(i).length());
                int column = span.getColumnIndex() + indent + 1;
                result.add(new ScriptLine(texts.get(i), new Place(file, span.getLineIndex() + 1, column)));
            }
            return result;
        }
    }

    /** A line of a block, and where its first character stands. */
    record ScriptLine(String text, Place place) {
        Place at(int index) {
            return new Place(place.file(), place.line(), place.column() + index);
        }
    }
}
