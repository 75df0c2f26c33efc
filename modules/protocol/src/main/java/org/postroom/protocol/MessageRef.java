package org.postroom.protocol;

/**
 * One message of an account, and the only way to name one: a {@link Uid} never travels without its
 * mailbox and the {@link UidValidity} that it was read under.
 */
public record MessageRef(MailboxName mailbox, UidValidity uidValidity, Uid uid) {}
