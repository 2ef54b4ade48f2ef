package dev.blackstart.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Renders the report as one self-contained page, from templates that were compiled with the program. */
final class HtmlReport {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.blackstart.report.jte");

    private HtmlReport() {}

    static String render(Report report) {
        StringOutput page = new StringOutput();
        TEMPLATES.render("report.jte", new Page(report), page);
        return page.toString();
    }
}
