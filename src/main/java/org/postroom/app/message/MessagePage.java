package org.postroom.app.message;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.postroom.app.layout.Shell;
import org.postroom.app.panes.ListPane;
import org.postroom.app.panes.MessagePane;

/**
 * An open message with the list that it came from; {@code shell.view} is MESSAGE.
 *
 * @param shell the page around it
 * @param list the list, hidden on a narrow screen
 * @param message the message
 */
@CheckedTemplate(basePath = "message")
public record MessagePage(Shell shell, ListPane list, MessagePane message)
        implements TemplateInstance {}
