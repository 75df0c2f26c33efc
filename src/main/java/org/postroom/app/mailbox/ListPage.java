package org.postroom.app.mailbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.postroom.app.layout.Shell;
import org.postroom.app.panes.ListPane;

/**
 * A mailbox with no message open; {@code shell.view} is LIST.
 *
 * @param shell the page around it
 * @param list the messages
 */
@CheckedTemplate(basePath = "mailbox")
public record ListPage(Shell shell, ListPane list) implements TemplateInstance {}
