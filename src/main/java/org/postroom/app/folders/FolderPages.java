package org.postroom.app.folders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.BadInput;
import org.postroom.app.layout.ErrorNote;
import org.postroom.app.layout.Html;
import org.postroom.app.layout.TroubleSentences;
import org.postroom.app.listing.Account;
import org.postroom.app.listing.Accounts;
import org.postroom.app.listing.Done;
import org.postroom.app.listing.Done.Deed;
import org.postroom.app.session.Mail;
import org.postroom.protocol.MailException;
import org.postroom.protocol.MailStore;
import org.postroom.protocol.MailboxName;

/** Changes folders, and shows them; what was refused is said above what was typed. */
@RequestScoped
class FolderPages {

    private static final String HERE = "/mailboxes";

    @Inject Mail mail;
    @Inject Accounts accounts;
    @Inject FolderView view;
    @Inject TroubleSentences say;

    String all() {
        return page("", null);
    }

    Response create(FolderForm form) {
        return changed(
                form,
                Deed.FOLDER_CREATED,
                store -> {
                    MailboxName name = form.newName(store.namespace());
                    store.create(name);
                    return name;
                });
    }

    Response rename(FolderForm form) {
        return changed(
                form,
                Deed.FOLDER_RENAMED,
                store -> {
                    MailboxName mailbox = form.mailbox(store.namespace());
                    MailboxName name = form.newName(store.namespace());
                    if (name.isBelow(mailbox)) {
                        throw new BadInput(BadInput.Reason.FOLDER_NAME);
                    }
                    if (!name.equals(mailbox)) {
                        store.rename(mailbox, name);
                    }
                    return name;
                });
    }

    Response delete(FolderForm form) {
        return changed(
                form,
                Deed.FOLDER_DELETED,
                store -> {
                    MailboxName mailbox = form.mailbox(store.namespace());
                    store.delete(mailbox);
                    return mailbox;
                });
    }

    Response subscribe(FolderForm form) {
        mail.write(
                store -> {
                    MailboxName mailbox = form.mailbox(store.namespace());
                    store.subscribe(mailbox, form.subscribed());
                    return mailbox;
                });
        return Response.seeOther(URI.create(HERE)).build();
    }

    private Response changed(FolderForm form, Deed deed, Function<MailStore, MailboxName> work) {
        try {
            MailboxName name = mail.write(work);
            accounts.forget();
            return Response.seeOther(URI.create(Done.folder(deed, name.value()).on(HERE))).build();
        } catch (MailException.MailboxExists _) {
            return refused(
                    form, new ErrorNote(say.mailboxExists(), say.mailboxExistsDetail(), null));
        } catch (MailException.NotPermitted _) {
            return refused(form, new ErrorNote(say.notPermitted(), say.nothingWasChanged(), null));
        } catch (BadInput e) {
            if (e.reason() != BadInput.Reason.FOLDER_NAME) {
                throw e;
            }
            return refused(
                    form, new ErrorNote(say.badFolderName(), say.badFolderNameDetail(), null));
        }
    }

    private Response refused(FolderForm form, ErrorNote why) {
        return Response.status(Response.Status.BAD_REQUEST).entity(page(form.typed(), why)).build();
    }

    private String page(String draft, @Nullable ErrorNote error) {
        Account account = mail.read(accounts::read);
        return Html.of(view.of(account, draft, error));
    }
}
