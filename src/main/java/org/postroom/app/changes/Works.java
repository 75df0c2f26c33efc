package org.postroom.app.changes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.postroom.app.layout.MailboxKind;
import org.postroom.app.listing.Accounts;
import org.postroom.app.listing.Done.Deed;
import org.postroom.app.listing.Folders;
import org.postroom.app.listing.MessageKey;
import org.postroom.app.session.Mail;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.SpecialUse;

/** Makes of a button the work that it stands for, with the mailboxes of this account. */
@RequestScoped
class Works {

    @Inject Mail mail;
    @Inject Accounts accounts;

    Work of(ChangeForm form) {
        return switch (form.action()) {
            case READ -> new Work.Flags(Deed.READ, FlagChange.add(Flag.SEEN));
            case UNREAD -> new Work.Flags(Deed.UNREAD, FlagChange.remove(Flag.SEEN));
            case STAR -> new Work.Flags(Deed.STAR, FlagChange.add(Flag.FLAGGED));
            case UNSTAR -> new Work.Flags(Deed.UNSTAR, FlagChange.remove(Flag.FLAGGED));
            case LABEL -> new Work.Flags(Deed.LABEL, FlagChange.add(form.label()));
            case UNLABEL -> new Work.Flags(Deed.UNLABEL, FlagChange.remove(form.label()));
            case ARCHIVE -> to(SpecialUse.ARCHIVE, Deed.ARCHIVE, "Archive");
            case JUNK -> to(SpecialUse.JUNK, Deed.JUNK, "Junk");
            case NOT_JUNK -> to(SpecialUse.INBOX, Deed.NOT_JUNK, "INBOX");
            case DELETE -> deletion(form);
            case MOVE -> move(form.target());
            case COPY -> new Work.Copy(named(form.target()));
        };
    }

    private Work deletion(ChangeForm form) {
        return isTrash(form) ? new Work.Expunge() : to(SpecialUse.TRASH, Deed.TRASH, "Trash");
    }

    private boolean isTrash(ChangeForm form) {
        Folders folders = folders();
        boolean whole = form.wholeList();
        return whole && form.search().isEmpty()
                ? folders.kind(form.list().mailbox()) == MailboxKind.TRASH
                : !whole
                        && form.ticked().stream()
                                .allMatch(key -> folders.kind(key.mailbox()) == MailboxKind.TRASH)
                        && !form.ticked().isEmpty();
    }

    private Work move(String target) {
        return new Work.Move(Deed.MOVE, named(target), target);
    }

    private Work to(SpecialUse use, Deed deed, String leaf) {
        Optional<MailboxName> there = folders().with(use).map(m -> m.name());
        return new Work.Move(deed, there.orElseGet(() -> create(leaf)), "");
    }

    // A server without such a mailbox gets one; that somebody else was faster is as good.
    private MailboxName create(String leaf) {
        return mail.write(
                store -> {
                    MailboxName name = store.namespace().top(leaf);
                    try {
                        store.create(name);
                    } catch (MailException.MailboxExists _) {
                        return name;
                    }
                    return name;
                });
    }

    private MailboxName named(String fullName) {
        return mail.read(store -> MessageKey.name(store.namespace(), fullName));
    }

    private Folders folders() {
        return mail.read(accounts::folders);
    }
}
