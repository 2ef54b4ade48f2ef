package dev.blackstart.report;

import dev.blackstart.terminal.SafeText;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Renders the report as one self-contained page, from templates that were compiled with the program. */
final class HtmlReport implements Rendering {
    static final String FILE = "report.html";

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.blackstart.report.jte");

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public String render(Report report) {
        StringOutput page = new StringOutput();
        TEMPLATES.render("report.jte", new Page(report), page);
        return SafeText.lines(page.toString());
    }
}
