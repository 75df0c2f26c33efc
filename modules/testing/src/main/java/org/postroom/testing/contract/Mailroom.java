package org.postroom.testing.contract;

import java.util.List;
import java.util.stream.IntStream;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.UidValidity;
import org.postroom.testing.corpus.CorpusMessage;

/** What tests do again and again: put messages somewhere, and name them. */
record Mailroom(TestAccount account) {

    /** Puts messages into a mailbox, and names all that are in it. */
    MessageRefs put(MailboxName mailbox, CorpusMessage... messages) {
        account.other().put(mailbox, messages);
        return all(mailbox);
    }

    MessageRefs put(MailboxName mailbox, Letter... letters) {
        return put(
                mailbox, List.of(letters).stream().map(Letter::sent).toArray(CorpusMessage[]::new));
    }

    /** Puts so many small messages. */
    MessageRefs putMany(MailboxName mailbox, int count) {
        return put(
                mailbox,
                IntStream.range(0, count)
                        .mapToObj(i -> Letter.about("number " + i).after(i))
                        .toArray(Letter[]::new));
    }

    MessageRefs all(MailboxName mailbox) {
        UidSet uids = UidSet.of(account.other().uids(mailbox));
        return new MessageRefs(mailbox, validity(mailbox), uids);
    }

    UidValidity validity(MailboxName mailbox) {
        return account.store().status(mailbox).uidValidity().orElseThrow();
    }

    /** Every second message of these. */
    static MessageRefs everySecond(MessageRefs messages) {
        List<Uid> uids = messages.uids().stream().toList();
        return messages.with(
                UidSet.of(
                        IntStream.range(0, uids.size() / 2)
                                .mapToObj(i -> uids.get(2 * i))
                                .toList()));
    }

    static Uid nth(MessageRefs messages, int n) {
        return messages.uids().stream().skip(n).findFirst().orElseThrow();
    }
}
