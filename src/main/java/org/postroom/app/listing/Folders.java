package org.postroom.app.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postroom.app.layout.Formats;
import org.postroom.app.layout.MailboxKind;
import org.postroom.app.layout.MailboxRow;
import org.postroom.app.layout.MailboxTree;
import org.postroom.app.layout.SearchBox;
import org.postroom.app.panes.Actions;
import org.postroom.app.panes.Target;
import org.postroom.protocol.Mailbox;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.MailboxStatus;
import org.postroom.protocol.Namespace;
import org.postroom.protocol.SpecialUse;

/** An account's mailboxes as people see them: folders. */
public record Folders(List<Mailbox> all, Namespace namespace) {

    public Folders {
        all = List.copyOf(all);
    }

    public Optional<Mailbox> find(String fullName) {
        return all.stream().filter(m -> m.name().value().equals(fullName)).findFirst();
    }

    public Optional<Mailbox> with(SpecialUse use) {
        return all.stream().filter(m -> m.is(use) && m.selectable()).findFirst();
    }

    /** What a mailbox is for; ordinary where it is none of this account's. */
    public MailboxKind kind(String fullName) {
        return find(fullName).map(Folders::kind).orElse(MailboxKind.ORDINARY);
    }

    /** What a mailbox is for. */
    public static MailboxKind kind(Mailbox mailbox) {
        return mailbox.specialUse()
                .map(
                        use ->
                                switch (use) {
                                    case INBOX -> MailboxKind.INBOX;
                                    case DRAFTS -> MailboxKind.DRAFTS;
                                    case SENT -> MailboxKind.SENT;
                                    case ARCHIVE -> MailboxKind.ARCHIVE;
                                    case JUNK -> MailboxKind.JUNK;
                                    case TRASH -> MailboxKind.TRASH;
                                    case ALL -> MailboxKind.ALL;
                                    case FLAGGED -> MailboxKind.FLAGGED;
                                    case IMPORTANT -> MailboxKind.ORDINARY;
                                })
                .orElse(MailboxKind.ORDINARY);
    }

    /**
     * What a person calls it: the product's word for Inbox and the like, else the last level of its
     * name.
     */
    public static String label(Mailbox mailbox) {
        return switch (kind(mailbox)) {
            case INBOX -> "Inbox";
            case DRAFTS -> "Drafts";
            case SENT -> "Sent";
            case ARCHIVE -> "Archive";
            case JUNK -> "Junk";
            case TRASH -> "Trash";
            case ALL, FLAGGED, ORDINARY -> mailbox.name().leaf();
        };
    }

    /** As {@link #label(Mailbox)}; for a mailbox that is not there, the last part of the name. */
    public String label(String fullName) {
        return find(fullName).map(Folders::label).orElseGet(() -> leaf(fullName));
    }

    // Of any text: an address may name what can be no mailbox.
    private String leaf(String fullName) {
        return fullName.substring(fullName.lastIndexOf(namespace.delimiter()) + 1);
    }

    /** The label with those of the folders around it: {@code Clients / Nordlicht Werft}. */
    public String path(MailboxName name) {
        String own = label(name.value());
        return parent(name)
                .filter(_ -> kind(name.value()) == MailboxKind.ORDINARY)
                .map(parent -> path(parent) + " / " + own)
                .orElse(own);
    }

    /** The folder that a person sees around another one; empty at the top. */
    public Optional<MailboxName> parent(MailboxName name) {
        return name.parent().filter(parent -> !isRoot(parent));
    }

    /** The search box of a page about a mailbox. */
    public SearchBox searchBox(String query, String mailbox, boolean everywhere) {
        return new SearchBox(query, mailbox, label(mailbox), everywhere);
    }

    /** The folders that the person keeps in the list, and those around them. */
    public MailboxTree tree(String current) {
        List<Mailbox> shown = shown(current);
        return new MailboxTree(
                shown.stream().filter(Folders::isSpecial).map(m -> row(m, current)).toList(),
                shown.stream().filter(m -> !isSpecial(m)).map(m -> row(m, current)).toList());
    }

    /** Every folder, parents before their children, ordered as people order names. */
    public List<Mailbox> ordered() {
        List<Mailbox> ordered = new ArrayList<>(all);
        ordered.sort(
                Comparator.comparing(
                                (Mailbox m) -> isSpecial(m) ? kind(m).ordinal() : Integer.MAX_VALUE)
                        .thenComparing(Mailbox::name, this::compareLevels));
        return ordered;
    }

    private int compareLevels(MailboxName a, MailboxName b) {
        String[] left = levels(a);
        String[] right = levels(b);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = String.CASE_INSENSITIVE_ORDER.compare(left[i], right[i]);
            order = order == 0 ? left[i].compareTo(right[i]) : order;
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static String[] levels(MailboxName name) {
        return name.delimiter() == MailboxName.FLAT
                ? new String[] {name.value()}
                : name.value().split(Pattern.quote("" + name.delimiter()), -1);
    }

    private List<Mailbox> shown(String current) {
        Set<MailboxName> kept =
                all.stream()
                        .filter(m -> isKept(m, current))
                        .map(Mailbox::name)
                        .collect(Collectors.toSet());
        return ordered().stream()
                .filter(m -> kept.stream().anyMatch(k -> isAtOrBelow(k, m.name())))
                .filter(m -> !isRoot(m.name()) || isSpecial(m))
                .toList();
    }

    private static boolean isKept(Mailbox mailbox, String current) {
        return mailbox.subscribed() || isSpecial(mailbox) || mailbox.name().value().equals(current);
    }

    private static boolean isAtOrBelow(MailboxName name, MailboxName other) {
        return name.equals(other) || name.isBelow(other);
    }

    /** The level above a person's own mailboxes, which the person does not see as a folder. */
    private boolean isRoot(MailboxName name) {
        return (name.value() + name.delimiter()).equals(namespace.prefix());
    }

    private static boolean isSpecial(Mailbox mailbox) {
        return kind(mailbox) != MailboxKind.ORDINARY;
    }

    private MailboxRow row(Mailbox mailbox, String current) {
        String name = mailbox.name().value();
        long unseen = mailbox.status().map(MailboxStatus::unseen).orElse(0L);
        boolean unknown = mailbox.selectable() && mailbox.status().isEmpty();
        return new MailboxRow(
                name,
                label(mailbox),
                ListAddress.of(name).href(),
                isSpecial(mailbox) ? 0 : namespace.visibleDepth(mailbox.name()),
                kind(mailbox),
                unseen,
                unknown ? "…" : Formats.number(unseen),
                name.equals(current),
                mailbox.selectable());
    }

    /** Where messages can be moved or copied to from a mailbox. */
    public List<Target> targets(String from) {
        return ordered().stream()
                .filter(m -> m.selectable() && !m.name().value().equals(from))
                .map(m -> new Target(m.name().value(), path(m.name())))
                .toList();
    }

    /** What can be done with messages of a mailbox. */
    public Actions actions(String from) {
        MailboxKind kind = kind(from);
        return new Actions(
                kind != MailboxKind.ARCHIVE,
                kind != MailboxKind.JUNK && kind != MailboxKind.SENT && kind != MailboxKind.DRAFTS,
                kind == MailboxKind.JUNK,
                kind == MailboxKind.TRASH,
                targets(from));
    }
}
