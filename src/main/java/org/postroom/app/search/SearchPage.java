package org.postroom.app.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.postroom.app.layout.Shell;
import org.postroom.app.panes.ListPane;

/**
 * What a search has found; {@code list.search} is set, and while it is running without script the
 * page reloads itself.
 *
 * @param shell the page around it
 * @param list the messages found so far
 * @param reloadSeconds 0 when the search is over
 */
@CheckedTemplate(basePath = "search")
public record SearchPage(Shell shell, ListPane list, int reloadSeconds)
        implements TemplateInstance {}
