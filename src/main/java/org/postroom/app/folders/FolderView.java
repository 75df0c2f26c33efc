package org.postroom.app.folders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.ErrorNote;
import org.postroom.app.layout.FolderSentences;
import org.postroom.app.layout.Formats;
import org.postroom.app.layout.MailboxKind;
import org.postroom.app.layout.Messages;
import org.postroom.app.listing.Account;
import org.postroom.app.listing.Folders;
import org.postroom.app.listing.ListAddress;
import org.postroom.app.listing.ShellView;
import org.postroom.app.panes.Target;
import org.postroom.protocol.Mailbox;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MailboxStatus;

/** Draws the page that manages folders. */
@RequestScoped
class FolderView {

    @Inject ShellView shells;
    @Inject FolderSentences say;
    @Inject Messages words;

    FoldersPage of(Account account, String draft, @Nullable ErrorNote error) {
        Folders folders = account.folders();
        List<FolderRow> rows = new ArrayList<>();
        folders.ordered().forEach(mailbox -> rows.add(row(mailbox, folders)));
        return new FoldersPage(
                shells.of(words.folders(), account),
                summary(folders),
                rows,
                parents(folders),
                draft,
                error);
    }

    private String summary(Folders folders) {
        long messages =
                folders.all().stream()
                        .flatMap(m -> m.status().stream())
                        .mapToLong(MailboxStatus::messages)
                        .sum();
        long count = folders.all().stream().filter(Mailbox::selectable).count();
        return say.folderSummary(count, Formats.number(count), messages, Formats.number(messages));
    }

    private static List<Target> parents(Folders folders) {
        return folders.ordered().stream()
                .filter(Mailbox::mayHaveChildren)
                .filter(m -> m.name().delimiter() != MailboxName.FLAT)
                .map(m -> new Target(m.name().value(), folders.path(m.name())))
                .toList();
    }

    private FolderRow row(Mailbox mailbox, Folders folders) {
        String name = mailbox.name().value();
        MailboxKind kind = Folders.kind(mailbox);
        boolean special = kind != MailboxKind.ORDINARY;
        return new FolderRow(
                name,
                Folders.label(mailbox),
                folders.parent(mailbox.name()).map(MailboxName::value).orElse(""),
                mailbox.selectable() ? ListAddress.of(name).href() : "",
                special ? 0 : folders.namespace().visibleDepth(mailbox.name()),
                kind,
                content(mailbox.status()),
                mailbox.subscribed(),
                special,
                deletion(mailbox));
    }

    private static FolderRow.Content content(Optional<MailboxStatus> status) {
        long unseen = status.map(MailboxStatus::unseen).orElse(0L);
        return new FolderRow.Content(
                status.map(MailboxStatus::messages).map(Formats::number).orElse(""),
                unseen == 0 ? "" : Formats.number(unseen),
                status.flatMap(MailboxStatus::size).map(Formats::size).orElse(""));
    }

    private FolderRow.Deletion deletion(Mailbox mailbox) {
        long messages = mailbox.status().map(MailboxStatus::messages).orElse(0L);
        String text = Formats.number(messages);
        return new FolderRow.Deletion(
                say.folderLoss(messages, text),
                say.folderDeletion(Folders.label(mailbox), messages, text));
    }
}
