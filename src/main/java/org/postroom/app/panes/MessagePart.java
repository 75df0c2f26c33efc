package org.postroom.app.panes;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The message alone, for {@code #message-pane}.
 *
 * @param message what is drawn
 */
@CheckedTemplate(basePath = "panes")
public record MessagePart(MessagePane message) implements TemplateInstance {}
