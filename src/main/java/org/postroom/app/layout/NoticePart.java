package org.postroom.app.layout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * The notice alone, to be swapped out of band into {@code #notice}.
 *
 * @param notice null empties the place
 */
@CheckedTemplate(basePath = "layout")
public record NoticePart(@Nullable Notice notice) implements TemplateInstance {}
