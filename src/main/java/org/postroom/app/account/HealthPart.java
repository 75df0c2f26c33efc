package org.postroom.app.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * How the account is, alone.
 *
 * @param csrf the token of its form
 */
@CheckedTemplate(basePath = "account")
public record HealthPart(Health health, String csrf) implements TemplateInstance {}
