package org.postroom.app.jobs;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The progress alone, for {@code #job}.
 *
 * @param progress what is drawn
 * @param csrf the token of the stop form
 */
@CheckedTemplate(basePath = "jobs")
public record JobPart(JobProgress progress, String csrf) implements TemplateInstance {}
