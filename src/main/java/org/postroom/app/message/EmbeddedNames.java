package org.postroom.app.message;

/** Content-IDs as HTML refers to them (RFC 2392). */
final class EmbeddedNames {

    private EmbeddedNames() {}

    /** Without angle brackets. */
    static String bare(String contentId) {
        String text = contentId.strip();
        boolean bracketed = text.startsWith("<") && text.endsWith(">");
        return bracketed ? text.substring(1, text.length() - 1) : text;
    }
}
