package org.postroom.app.layout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * A failure as the part of a page that htmx swaps in.
 *
 * @param error the sentence
 */
@CheckedTemplate(basePath = "layout")
public record ErrorPart(ErrorNote error) implements TemplateInstance {}
