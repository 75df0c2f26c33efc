package org.postroom.app.layout;

/** What a mailbox is for (RFC 6154, and INBOX), with the icon that says so. */
public enum MailboxKind {
    INBOX("inbox", "inbox", false),
    DRAFTS("draft", "drafts", true),
    SENT("sent", "sent", true),
    ARCHIVE("archive", "archive", false),
    JUNK("junk", "junk", true),
    TRASH("trash", "trash", true),
    ALL("archive", "all", true),
    FLAGGED("star", "flagged", true),
    ORDINARY("folder", "", false);

    private final String icon;
    private final String specialUse;
    private final boolean quiet;

    MailboxKind(String icon, String specialUse, boolean quiet) {
        this.icon = icon;
        this.specialUse = specialUse;
        this.quiet = quiet;
    }

    /** The name of a symbol in {@code icons.svg}. */
    public String icon() {
        return icon;
    }

    /** The value of {@code data-special-use}, lower case; empty for an ordinary mailbox. */
    public String specialUse() {
        return specialUse;
    }

    /** Whether unread messages here are nothing to hurry for, so that their count stays quiet. */
    public boolean quiet() {
        return quiet;
    }
}
