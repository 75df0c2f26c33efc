package org.postroom.protocol;

/**
 * Where a person's own mailboxes live (RFC 2342): with {@code prefix="INBOX."} a new mailbox at the
 * top is {@code INBOX.name}.
 *
 * @param prefix may be empty; ends with the delimiter otherwise
 * @param delimiter or {@link MailboxName#FLAT}
 */
public record Namespace(String prefix, char delimiter) {

    /** A mailbox by its full name, as {@link MailboxName#value} gave it. */
    public MailboxName named(String fullName) {
        return new MailboxName(fullName, delimiter);
    }

    /**
     * The full name of a mailbox at the top of the person's own.
     *
     * @throws IllegalArgumentException when the leaf is blank or holds the delimiter
     */
    public MailboxName top(String leaf) {
        return new MailboxName(prefix + MailboxName.checkedLeaf(leaf, delimiter), delimiter);
    }

    /** How deep a person sees this mailbox; with a prefix, its own level does not count. */
    public int visibleDepth(MailboxName name) {
        boolean prefixed = !prefix.isEmpty() && name.value().startsWith(prefix);
        return prefixed
                ? new MailboxName(name.value().substring(prefix.length()), delimiter).depth()
                : name.depth();
    }
}
