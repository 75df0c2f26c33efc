package org.postroom.app.support;

import java.util.stream.IntStream;
import org.postroom.testing.corpus.PlainMail;

/** A new person with some plain messages, signed in here, and seen by another program. */
public final class Mailbox implements AutoCloseable {

    private static final long SEED = 7;

    private final Account account;
    private final OtherSide other;
    private final Visitor visitor;

    private Mailbox(Account account) {
        this.account = account;
        other = account.other();
        visitor = account.visitor();
    }

    /** With this many messages in INBOX, all unread. */
    public static Mailbox of(AccountKind kind, int count) {
        return new Mailbox(account(kind, count));
    }

    /** Only the account of {@link #of}. */
    public static Account account(AccountKind kind, int count) {
        return Account.with(
                kind, IntStream.range(0, count).mapToObj(n -> mail(n).message().withFlags()));
    }

    /** Message number i. */
    public static PlainMail mail(int number) {
        return PlainMail.of(SEED, number);
    }

    /** Subject of message number i. */
    public static String subject(int number) {
        return mail(number).subject();
    }

    public Account account() {
        return account;
    }

    /** The browser. */
    public Visitor visitor() {
        return visitor;
    }

    /** The other program. */
    public OtherSide other() {
        return other;
    }

    /** The inbox. */
    public Page inbox() {
        return visitor.open("/mailbox?name=INBOX");
    }

    /** A list's form with these messages ticked, by their numbers. */
    public static Form ticked(Page list, int... numbers) {
        Form form = list.markedForm("list-actions");
        for (int number : numbers) {
            form.tick(list.row(subject(number)));
        }
        return form;
    }

    @Override
    public void close() {
        other.close();
    }
}
