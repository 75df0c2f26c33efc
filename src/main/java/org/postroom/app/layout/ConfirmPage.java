package org.postroom.app.layout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * A page that asks before something is deleted for good.
 *
 * @param shell the page around it
 * @param confirm the question
 */
@CheckedTemplate(basePath = "layout")
public record ConfirmPage(Shell shell, Confirmation confirm) implements TemplateInstance {}
