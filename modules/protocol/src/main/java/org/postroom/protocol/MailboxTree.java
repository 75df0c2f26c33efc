package org.postroom.protocol;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Mailboxes as a tree without holes, in reading order: INBOX, then by special use (RFC 6154), then
 * by name.
 */
public final class MailboxTree {

    private static final int NO_USE = SpecialUse.values().length;

    private final Map<MailboxName, Mailbox> mailboxes = new HashMap<>();
    private final Collator collator = Collator.getInstance(Locale.ROOT);

    private MailboxTree() {}

    /** The mailboxes, with the parents that exist in names only. */
    public static List<Mailbox> of(Collection<Mailbox> mailboxes) {
        MailboxTree tree = new MailboxTree();
        mailboxes.forEach(tree::add);
        List.copyOf(tree.mailboxes.keySet()).forEach(tree::addParents);
        return tree.sorted();
    }

    private void add(Mailbox mailbox) {
        mailboxes.put(mailbox.name(), mailbox);
    }

    private void addParents(MailboxName name) {
        Optional<MailboxName> parent = name.parent();
        while (parent.isPresent() && !mailboxes.containsKey(parent.get())) {
            add(new Mailbox(parent.get(), Optional.empty(), false, false, true, Optional.empty()));
            parent = parent.get().parent();
        }
    }

    private List<Mailbox> sorted() {
        return mailboxes.keySet().stream()
                .map(this::path)
                .sorted(this::compare)
                .map(List::getLast)
                .toList();
    }

    private List<Mailbox> path(MailboxName name) {
        List<Mailbox> path = new ArrayList<>();
        Optional<MailboxName> level = Optional.of(name);
        while (level.isPresent()) {
            Optional.ofNullable(mailboxes.get(level.get())).ifPresent(path::addFirst);
            level = level.get().parent();
        }
        return path;
    }

    private int compare(List<Mailbox> a, List<Mailbox> b) {
        Comparator<Mailbox> levels =
                Comparator.comparingInt(MailboxTree::rank)
                        .thenComparing(mailbox -> mailbox.name().leaf(), collator)
                        .thenComparing(Mailbox::name);
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int result = levels.compare(a.get(i), b.get(i));
            if (result != 0) {
                return result;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int rank(Mailbox mailbox) {
        return mailbox.specialUse().map(Enum::ordinal).orElse(NO_USE);
    }
}
