package org.postroom.app.message;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.postroom.app.panes.MessagePane;

/**
 * A message on paper: subject, people, text, and the names of its files.
 *
 * @param language language tag of the interface
 * @param direction "ltr" or "rtl"
 * @param message the message
 */
@CheckedTemplate(basePath = "message")
public record PrintPage(String language, String direction, MessagePane message)
        implements TemplateInstance {}
