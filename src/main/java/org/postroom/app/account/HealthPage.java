package org.postroom.app.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.postroom.app.layout.Shell;

/**
 * How the account is.
 *
 * @param shell the page around it
 */
@CheckedTemplate(basePath = "account")
public record HealthPage(Shell shell, Health health) implements TemplateInstance {}
