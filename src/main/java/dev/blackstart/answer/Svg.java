package dev.blackstart.answer;

import dev.blackstart.terminal.SafeText;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Renders the answer as one self-contained picture, from a template that was compiled with the program. */
final class Svg {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.blackstart.answer.jte");

    private Svg() {}

    static String render(Answer answer) {
        StringOutput picture = new StringOutput();
        TEMPLATES.render("picture.jte", Picture.of(answer), picture);
        return SafeText.lines(picture.toString());
    }
}
