package org.postroom.app.panes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The list alone, for {@code #list-pane}.
 *
 * @param list what is drawn
 */
@CheckedTemplate(basePath = "panes")
public record ListPart(ListPane list) implements TemplateInstance {}
