package dev.blackstart.definition;

import dev.blackstart.definition.RunbookReader.ScriptLine;
import java.util.List;

/** Checks the names that a script spells out; what a variable stands for is not guessed. */
final class ScriptMentions {
    ScriptMentions(Names names, Problems problems) {}

    void check(List<ScriptLine> lines, boolean onResponder) {}
}
