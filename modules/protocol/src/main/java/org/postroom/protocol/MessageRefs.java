package org.postroom.protocol;

/** Messages of one mailbox, with the {@link UidValidity} that they were read under. */
public record MessageRefs(MailboxName mailbox, UidValidity uidValidity, UidSet uids) {

    /** One message. */
    public static MessageRefs of(MessageRef message) {
        return new MessageRefs(message.mailbox(), message.uidValidity(), UidSet.of(message.uid()));
    }

    /** Others of the same mailbox. */
    public MessageRefs with(UidSet others) {
        return new MessageRefs(mailbox, uidValidity, others);
    }
}
