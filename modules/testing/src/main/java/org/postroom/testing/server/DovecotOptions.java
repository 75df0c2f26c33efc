package org.postroom.testing.server;

/**
 * How a test wants its Dovecot.
 *
 * @param delimiter between the levels of a mailbox name, {@code /} or {@code .}
 * @param prefix before all names except INBOX: empty or {@code INBOX.}
 * @param format how it stores mail, {@code sdbox} or {@code maildir}
 */
public record DovecotOptions(char delimiter, String prefix, String format) {
    /** Slashes, no prefix, sdbox. */
    public static final DovecotOptions STANDARD = new DovecotOptions('/', "", "sdbox");

    /**
     * Dots and everything below INBOX, as many providers have it: the arrangement that breaks mail
     * programs.
     */
    public static final DovecotOptions BELOW_INBOX = new DovecotOptions('.', "INBOX.", "sdbox");

    /** The same with mail stored as maildir. */
    public DovecotOptions asMaildir() {
        return new DovecotOptions(delimiter, prefix, "maildir");
    }
}
