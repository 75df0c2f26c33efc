package org.postroom.protocol;

/** Something that the server told by itself about the selected mailbox (RFC 9051 §7). */
public sealed interface MailboxEvent {

    /** The mailbox now has so many messages. */
    record Exists(long messages) implements MailboxEvent {}

    /** At least one message is gone. */
    record Expunged() implements MailboxEvent {}

    /** At least one message's flags changed. */
    record FlagsChanged() implements MailboxEvent {}
}
