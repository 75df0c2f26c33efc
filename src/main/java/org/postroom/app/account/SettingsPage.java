package org.postroom.app.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.ErrorNote;
import org.postroom.app.layout.Shell;

/**
 * What is kept of the account.
 *
 * @param shell the page around it
 * @param about whose account it is, and of which kind
 * @param host the mail server
 * @param kept null where nothing is
 * @param error why it could not be saved, null if all is well
 */
@CheckedTemplate(basePath = "account")
public record SettingsPage(
        Shell shell, String about, String host, @Nullable Kept kept, @Nullable ErrorNote error)
        implements TemplateInstance {}
