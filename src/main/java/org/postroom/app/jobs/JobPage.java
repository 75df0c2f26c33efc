package org.postroom.app.jobs;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.postroom.app.layout.Shell;

/**
 * Long work and how far it has come; without script the page reloads itself.
 *
 * @param shell the page around it
 * @param progress what is drawn in {@code #job}
 * @param reloadSeconds 0 when the work is over
 */
@CheckedTemplate(basePath = "jobs")
public record JobPage(Shell shell, JobProgress progress, int reloadSeconds)
        implements TemplateInstance {}
