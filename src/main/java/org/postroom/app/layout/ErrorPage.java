package org.postroom.app.layout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * A failure as a whole page, with the folders beside it.
 *
 * @param shell the page around it
 * @param error the sentence
 * @param footnote time and status code: "Today at 14:36:20. Error 504."
 */
@CheckedTemplate(basePath = "layout")
public record ErrorPage(Shell shell, ErrorNote error, String footnote)
        implements TemplateInstance {}
