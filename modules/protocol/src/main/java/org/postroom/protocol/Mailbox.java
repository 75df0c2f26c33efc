package org.postroom.protocol;

import java.util.Optional;

/**
 * A mailbox as a listing tells it (RFC 9051 §6.3.9).
 *
 * <p>A store knows a mailbox by its name. An identity that survives a rename belongs to the index,
 * which keeps it.
 *
 * @param specialUse what it is for, by the server's word or, where the server says nothing, by its
 *     name
 * @param selectable whether messages can be in it (not {@code \Noselect}, {@code \NonExistent})
 * @param subscribed whether the person keeps it in the list
 * @param mayHaveChildren false with {@code \Noinferiors}
 * @param status empty where it is not selectable or the server would not tell
 */
public record Mailbox(
        MailboxName name,
        Optional<SpecialUse> specialUse,
        boolean selectable,
        boolean subscribed,
        boolean mayHaveChildren,
        Optional<MailboxStatus> status) {

    public boolean is(SpecialUse use) {
        return specialUse.filter(u -> u == use).isPresent();
    }
}
