package org.postroom.protocol.imap;

import org.postroom.protocol.MailException.UidValidityChanged;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.UidValidity;

/** The mailbox that a connection has selected, and what the server has told about it since. */
final class Selected {

    private final MailboxName name;
    private UidValidity uidValidity;
    private long exists;
    private boolean announced;
    private boolean fresh = true;

    Selected(MailboxName name, UidValidity uidValidity, long exists) {
        this.name = name;
        this.uidValidity = uidValidity;
        this.exists = exists;
    }

    MailboxName name() {
        return name;
    }

    UidValidity uidValidity() {
        return uidValidity;
    }

    /** How many messages, as far as the server has told. */
    long exists() {
        return exists;
    }

    /** Takes in what the server tells by itself. */
    void notice(ImapLine line) {
        if (line.is("EXISTS")) {
            exists = line.getNumber();
            announced = true;
        } else if (line.is("EXPUNGE")) {
            exists = Math.max(0, exists - 1);
            announced = true;
        } else if (line.is("VANISHED")) {
            announced = true;
        } else if (line.isOK() && line.hasCode("UIDVALIDITY")) {
            long value = line.code().size() > 1 ? line.code().get(1).number() : -1;
            uidValidity = value > 0 ? new UidValidity(value) : uidValidity;
        }
    }

    /** Whether messages came or went since this was last asked. */
    boolean tookAnnouncement() {
        boolean result = announced;
        announced = false;
        return result;
    }

    /** Whether nothing was asked since it was selected; true once. */
    boolean tookFreshness() {
        boolean result = fresh;
        fresh = false;
        return result;
    }

    void require(UidValidity expected) {
        if (!uidValidity.equals(expected)) {
            throw new UidValidityChanged(expected, uidValidity);
        }
    }
}
