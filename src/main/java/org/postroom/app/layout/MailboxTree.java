package org.postroom.app.layout;

import java.util.List;

/**
 * The folders at the side, in the order in which they are drawn.
 *
 * @param special INBOX and the mailboxes with a special use
 * @param others all further mailboxes, each parent before its children
 */
public record MailboxTree(List<MailboxRow> special, List<MailboxRow> others) {}
