package org.postroom.app.layout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * A failure as a page for somebody who is not signed in, or whose folders cannot be shown.
 *
 * @param language language tag of the interface
 * @param direction "ltr" or "rtl"
 * @param error the sentence
 * @param footnote time and status code: "Today at 14:36:20. Error 504."
 */
@CheckedTemplate(basePath = "layout")
public record BareErrorPage(String language, String direction, ErrorNote error, String footnote)
        implements TemplateInstance {}
