package org.postroom.app.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.postroom.app.layout.Html;
import org.postroom.app.layout.SearchBox;
import org.postroom.app.layout.Shell;
import org.postroom.app.layout.View;
import org.postroom.app.listing.Account;
import org.postroom.app.listing.Accounts;
import org.postroom.app.listing.Folders;
import org.postroom.app.listing.ListAddress;
import org.postroom.app.listing.ListAround;
import org.postroom.app.listing.ShellView;
import org.postroom.app.panes.ListPane;
import org.postroom.app.panes.MessagePane;
import org.postroom.app.panes.MessagePart;
import org.postroom.app.session.Mail;
import org.postroom.app.session.Reader;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.MessageSummary;

/**
 * A message beside its list: two server commands for the message, those of the list for the rest of
 * the page.
 */
@RequestScoped
class MessagePages {

    private static final int AROUND = 3;

    @Inject Mail mail;
    @Inject Accounts accounts;
    @Inject Reader reader;
    @Inject ShellView shells;
    @Inject ListAround lists;
    @Inject MessageView messages;

    /** What there is of a message; nothing while it is being fetched, or for ever. */
    private record Text(Optional<Contents> contents, boolean never) {
        static final Text COMING = new Text(Optional.empty(), false);
        static final Text NEVER = new Text(Optional.empty(), true);

        static Text of(Contents contents) {
            return new Text(Optional.of(contents), false);
        }
    }

    private record Opened(MessageSummary summary, Text text, Account account) {
        Opened(Contents contents, Account account) {
            this(contents.detail().summary(), Text.of(contents), account);
        }
    }

    String message(MessageAddress address) {
        if (reader.wantsPart()) {
            Opened opened = mail.read(store -> opened(store, address, false));
            return Html.of(new MessagePart(pane(address, opened)));
        }
        Opened opened = mail.read(store -> opened(store, address, true));
        MessagePane pane = pane(address, opened);
        Shell shell = shell(address, opened.account(), pane.subject());
        return Html.of(new MessagePage(shell, list(address, opened), pane));
    }

    private ListPane list(MessageAddress address, Opened opened) {
        return lists.of(
                address.list(),
                address.search(),
                address.everywhere(),
                opened.account(),
                opened.summary().ref());
    }

    private Shell shell(MessageAddress address, Account account, String title) {
        String mailbox = address.list().mailbox();
        SearchBox box =
                account.folders()
                        .searchBox(address.search().orElse(""), mailbox, address.everywhere());
        return shells.of(title, View.MESSAGE, account, mailbox, box);
    }

    String print(MessageAddress address) {
        Contents contents =
                mail.read(store -> Contents.of(store, address.key().in(store.namespace()), false));
        Account account =
                mail.read(store -> new Account(accounts.folders(store), Optional.empty()));
        return Html.of(new PrintPage("en", "ltr", pane(address, new Opened(contents, account))));
    }

    private MessagePane pane(MessageAddress address, Opened opened) {
        Folders folders = opened.account().folders();
        return opened.text()
                .contents()
                .map(contents -> messages.of(address, contents, folders))
                .orElseGet(
                        () ->
                                messages.without(
                                        address, opened.summary(), folders, opened.text().never()));
    }

    private Opened opened(MailStore store, MessageAddress address, boolean whole) {
        MessageRef message = address.key().in(store.namespace());
        boolean opens = !reader.isPrefetch();
        Text text = text(store, message, opens);
        MessageSummary summary =
                text.contents()
                        .map(found -> found.detail().summary())
                        .orElseGet(() -> pending(store, message, opens));
        Account account =
                whole
                        ? accounts.read(store)
                        : new Account(accounts.folders(store), Optional.empty());
        return new Opened(summary, text, account);
    }

    private static Text text(MailStore store, MessageRef message, boolean opens) {
        try {
            return Text.of(Contents.of(store, message, opens));
        } catch (MailException.ContentPending _) {
            return Text.COMING;
        } catch (MailException.ContentGone _) {
            return Text.NEVER;
        }
    }

    /** Who opens a message has seen it, though its text comes a moment later. */
    private static MessageSummary pending(MailStore store, MessageRef message, boolean opens) {
        MessageRefs refs = MessageRefs.of(message);
        MessageSummary summary =
                store.summaries(refs).stream()
                        .findFirst()
                        .orElseThrow(() -> new MailException.NoSuchMessage("It has gone"));
        if (opens && !summary.has(Flag.SEEN)) {
            store.changeFlags(refs, FlagChange.add(Flag.SEEN));
        }
        return summary;
    }

    /**
     * The address of the message after or before another one in its list; of the list itself, where
     * there is none.
     *
     * <p>The message may have left the list since, because it was read or moved: then its place
     * decides.
     */
    String neighbour(MessageAddress address, boolean forward) {
        ListAddress list = address.list();
        int before = (int) Math.max(0, address.at() - 2);
        List<MessageSummary> found =
                mail.read(store -> list.read(store, before, AROUND)).messages();
        int own = place(found, address);
        int wanted = own >= 0 ? own + (forward ? 1 : -1) : expected(address, before, forward);
        if (wanted < 0 || wanted >= found.size()) {
            return list.href();
        }
        long position = before + wanted + 1L;
        int page = (int) ((position - 1) / ListAddress.ROWS) + 1;
        return list.atPage(page).href(found.get(wanted).ref(), position, address.of());
    }

    private static int place(List<MessageSummary> found, MessageAddress address) {
        for (int i = 0; i < found.size(); i++) {
            MessageRef ref = found.get(i).ref();
            if (ref.uid().equals(address.key().uid())
                    && ref.uidValidity().equals(address.key().uidValidity())) {
                return i;
            }
        }
        return -1;
    }

    // Where the neighbour is now that the message itself has left the list.
    private static int expected(MessageAddress address, int before, boolean forward) {
        int place = (int) Math.max(0, address.at() - 1) - before;
        return forward ? place : place - 1;
    }
}
