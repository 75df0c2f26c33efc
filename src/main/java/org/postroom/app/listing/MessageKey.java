package org.postroom.app.listing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.app.layout.BadInput;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.Namespace;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidValidity;

/**
 * A message as pages and forms name it: {@code <uidvalidity>.<uid>@<mailbox>}.
 *
 * @param mailbox its full name
 */
public record MessageKey(String mailbox, UidValidity uidValidity, Uid uid) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,10})\\.(\\d{1,10})(?:@(.+))?", Pattern.DOTALL);

    /**
     * Reads {@code <uidvalidity>.<uid>}, with or without a mailbox.
     *
     * @param mailbox the one that is meant where the text names none
     * @throws BadInput when the text is no such thing
     */
    public static MessageKey parse(String text, String mailbox) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new BadInput(BadInput.Reason.ADDRESS);
        }
        String named = parts.group(3) == null ? mailbox : parts.group(3);
        try {
            return new MessageKey(
                    named,
                    new UidValidity(Long.parseLong(parts.group(1))),
                    new Uid(Long.parseLong(parts.group(2))));
        } catch (IllegalArgumentException _) {
            throw new BadInput(BadInput.Reason.ADDRESS);
        }
    }

    /** {@code <uidvalidity>.<uid>}. */
    public String id() {
        return uidValidity + "." + uid;
    }

    /** {@code <uidvalidity>.<uid>}. */
    public static String id(MessageRef message) {
        return message.uidValidity() + "." + message.uid();
    }

    /** The whole form. */
    public static String of(MessageRef message) {
        return id(message) + "@" + message.mailbox();
    }

    public MessageRef in(Namespace namespace) {
        return new MessageRef(name(namespace, mailbox), uidValidity, uid);
    }

    /**
     * A mailbox by the full name that a form or an address gave.
     *
     * @throws BadInput when no mailbox can have this name
     */
    public static MailboxName name(Namespace namespace, String fullName) {
        try {
            return namespace.named(fullName);
        } catch (IllegalArgumentException _) {
            throw new BadInput(BadInput.Reason.ADDRESS);
        }
    }
}
