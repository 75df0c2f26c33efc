package org.postroom.app.layout;

/**
 * A request that cannot be understood: a malformed address or form. Becomes a page with status 400.
 */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong, each with a sentence of its own on the page. */
    public enum Reason {
        /** The address of the page is not one of ours. */
        ADDRESS,
        /** A field of a form is missing or makes no sense. */
        FORM,
        /** Nothing was ticked. */
        NOTHING_SELECTED,
        /** Not a name that a folder can have. */
        FOLDER_NAME,
        /** The folder to move or copy to is not named. */
        NO_TARGET,
        /** The form is too old, or came from elsewhere. */
        FORGED
    }

    private final Reason reason;

    public BadInput(Reason reason) {
        super("Bad input: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
