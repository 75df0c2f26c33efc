package org.postroom.app.changes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.postroom.app.layout.BadInput;
import org.postroom.app.layout.ConfirmPage;
import org.postroom.app.layout.Confirmation;
import org.postroom.app.layout.Formats;
import org.postroom.app.layout.Hidden;
import org.postroom.app.layout.Html;
import org.postroom.app.layout.MailboxKind;
import org.postroom.app.layout.WorkSentences;
import org.postroom.app.listing.Account;
import org.postroom.app.listing.Accounts;
import org.postroom.app.listing.Done.Deed;
import org.postroom.app.listing.ShellView;
import org.postroom.app.session.Mail;
import org.postroom.app.session.Reader;
import org.postroom.protocol.Flag;
import org.postroom.protocol.FlagChange;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.SearchCriteria;

/** Does what a form asks for and leads on; asks first where it cannot be undone. */
@RequestScoped
class ChangePages {

    @Inject Changes changes;
    @Inject Selection selection;
    @Inject Works works;
    @Inject Mail mail;
    @Inject Reader reader;
    @Inject Accounts accounts;
    @Inject ShellView shells;
    @Inject WorkSentences say;

    Response change(ChangeForm form) {
        List<MessageRefs> messages = selection.of(form);
        // Looked up once: what is asked about and what is done must be the same.
        Work work = works.of(form);
        if (work instanceof Work.Expunge && !form.confirmed()) {
            return confirm(
                    count(messages),
                    "/changes",
                    "list-actions",
                    form.repeated(),
                    new Hidden("action", "delete"),
                    form.back());
        }
        String next = changes.carryOut(work, messages, form.back());
        // Who asks for a part has changed the stars of the page already.
        boolean shown = reader.wantsPart() && form.isStar();
        return shown ? Response.noContent().build() : to(next);
    }

    Response undo(UpkeepForm form) {
        return to(changes.undo(form.undo()).on(form.back()));
    }

    Response readAll(UpkeepForm form) {
        List<MessageRefs> unread = selection.all(form.mailbox(), SearchCriteria.UNREAD);
        Work work = new Work.Flags(Deed.READ, FlagChange.add(Flag.SEEN));
        return to(changes.carryOut(work, unread, form.back()));
    }

    Response empty(UpkeepForm form) {
        MailboxKind kind = mail.read(accounts::folders).kind(form.mailbox());
        if (kind != MailboxKind.TRASH && kind != MailboxKind.JUNK) {
            throw new BadInput(BadInput.Reason.FORM);
        }
        List<MessageRefs> all = selection.all(form.mailbox(), SearchCriteria.ALL);
        if (!form.confirmed()) {
            List<Hidden> repeated =
                    List.of(new Hidden("name", form.mailbox()), new Hidden("back", form.back()));
            return confirm(
                    count(all),
                    "/mailboxes/emptyings",
                    "empty-mailbox",
                    repeated,
                    new Hidden("confirmed", "true"),
                    form.back());
        }
        return to(changes.carryOut(new Work.Expunge(), all, form.back()));
    }

    private static long count(List<MessageRefs> messages) {
        return messages.stream().mapToLong(m -> m.uids().size()).sum();
    }

    private Response confirm(
            long count,
            String action,
            String mark,
            List<Hidden> fields,
            Hidden submit,
            String back) {
        Account account = mail.read(accounts::read);
        String text = Formats.number(count);
        Confirmation question =
                new Confirmation(
                        say.deleteForGood(count, text),
                        say.deleteForGoodConsequence(),
                        say.deleteForGoodButton(count, text),
                        say.keepThem(),
                        action,
                        mark,
                        fields,
                        submit,
                        back);
        return Response.ok(
                        Html.of(new ConfirmPage(shells.of(question.question(), account), question)))
                .build();
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
