package org.postroom.app.layout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The folder column alone, to be swapped out of band into {@code #folders}.
 *
 * @param shell whose tree and quota are drawn
 */
@CheckedTemplate(basePath = "layout")
public record FoldersPart(Shell shell) implements TemplateInstance {}
