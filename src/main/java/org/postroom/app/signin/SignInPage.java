package org.postroom.app.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.ErrorNote;
import org.postroom.app.layout.Hidden;

/**
 * The page with two fields and one button.
 *
 * @param language language tag of the interface
 * @param direction "ltr" or "rtl"
 * @param csrf the token of the form
 * @param fields what the form carries on
 * @param username as typed, may be empty
 * @param stay whether "Stay signed in" is ticked
 * @param error why it failed, null at first
 * @param hint under the password after a refusal, may be empty
 * @param question a server that must be confirmed before the password goes to it, or a session that
 *     would be replaced; null if there is nothing to ask
 * @param servers null where the operator allows no typed servers
 */
@CheckedTemplate(basePath = "signin")
public record SignInPage(
        String language,
        String direction,
        String csrf,
        List<Hidden> fields,
        String username,
        boolean stay,
        @Nullable ErrorNote error,
        String hint,
        @Nullable String question,
        @Nullable ServerFields servers)
        implements TemplateInstance {}
