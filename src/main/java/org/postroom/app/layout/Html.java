package org.postroom.app.layout;

import io.quarkus.qute.TemplateInstance;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Templates turned into text before the response begins, so that a failure while drawing is still a
 * page with the right status.
 */
public final class Html {

    private Html() {}

    /** A page, or parts of one after each other. */
    public static String of(TemplateInstance... templates) {
        return Arrays.stream(templates).map(TemplateInstance::render).collect(Collectors.joining());
    }
}
