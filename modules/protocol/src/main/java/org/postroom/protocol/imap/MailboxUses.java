package org.postroom.protocol.imap;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postroom.protocol.MailboxName;
import org.postroom.protocol.SpecialUse;
import org.postroom.protocol.imap.ImapMailboxes.Entry;

/**
 * What mailboxes are for: by the server's word (RFC 6154), and for a use that the server gives to
 * none, by the names that mail programs have given to such mailboxes.
 */
final class MailboxUses {

    private static final Map<SpecialUse, Set<String>> NAMES = new EnumMap<>(SpecialUse.class);

    static {
        know(SpecialUse.DRAFTS, "drafts", "draft", "entwürfe", "brouillons", "borradores", "bozze");
        know(SpecialUse.DRAFTS, "concepten", "rascunhos", "utkast", "kladder", "szkice", "roboczy");
        know(SpecialUse.DRAFTS, "koncepty", "luonnokset", "черновики", "чернетки", "下書き", "草稿");
        know(SpecialUse.SENT, "sent", "sent items", "sent messages", "sent mail", "sent-mail");
        know(SpecialUse.SENT, "gesendet", "gesendete elemente", "gesendete objekte", "envoyés");
        know(SpecialUse.SENT, "éléments envoyés", "messages envoyés", "enviados", "inviata");
        know(SpecialUse.SENT, "posta inviata", "elementos enviados", "itens enviados", "verzonden");
        know(SpecialUse.SENT, "verzonden items", "skickat", "sendt", "wysłane", "odeslané");
        know(SpecialUse.SENT, "lähetetyt", "отправленные", "надіслані", "送信済み", "已发送", "寄件備份");
        know(SpecialUse.ARCHIVE, "archive", "archives", "archiv", "archivo", "archivio", "archief");
        know(SpecialUse.ARCHIVE, "arquivo", "arkiv", "archiwum", "arkisto", "архив", "архів", "归档");
        know(
                SpecialUse.JUNK,
                "junk",
                "spam",
                "junk e-mail",
                "junk email",
                "junk mail",
                "bulk mail");
        know(SpecialUse.JUNK, "unerwünscht", "werbung", "indésirables", "courrier indésirable");
        know(SpecialUse.JUNK, "correo no deseado", "posta indesiderata", "ongewenste e-mail");
        know(SpecialUse.JUNK, "lixo eletrônico", "skräppost", "nevyžádaná pošta", "roskaposti");
        know(SpecialUse.JUNK, "нежелательная почта", "спам", "迷惑メール", "垃圾邮件", "垃圾郵件");
        know(SpecialUse.TRASH, "trash", "deleted", "deleted items", "deleted messages", "bin");
        know(
                SpecialUse.TRASH,
                "papierkorb",
                "gelöschte elemente",
                "gelöschte objekte",
                "corbeille");
        know(SpecialUse.TRASH, "éléments supprimés", "papelera", "elementos eliminados", "cestino");
        know(SpecialUse.TRASH, "posta eliminata", "prullenbak", "verwijderde items", "lixeira");
        know(SpecialUse.TRASH, "lixo", "papperskorg", "papirkurv", "kosz", "koš", "roskakori");
        know(SpecialUse.TRASH, "корзина", "кошик", "удаленные", "ゴミ箱", "已删除邮件", "垃圾桶");
    }

    private MailboxUses() {}

    private static void know(SpecialUse use, String... names) {
        NAMES.merge(use, Set.of(names), MailboxUses::union);
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> all = new HashSet<>(a);
        all.addAll(b);
        return all;
    }

    /** The uses of these mailboxes. */
    static Map<MailboxName, SpecialUse> of(Collection<Entry> entries) {
        Map<MailboxName, SpecialUse> uses = new HashMap<>();
        entries.forEach(entry -> told(entry).ifPresent(use -> uses.put(entry.name(), use)));
        for (SpecialUse use : NAMES.keySet()) {
            if (!uses.containsValue(use)) {
                namedFor(use, entries, uses).ifPresent(name -> uses.put(name, use));
            }
        }
        return uses;
    }

    private static Optional<SpecialUse> told(Entry entry) {
        if (entry.name().isInbox()) {
            return Optional.of(SpecialUse.INBOX);
        }
        List<SpecialUse> told =
                entry.attributes().stream()
                        .map(SpecialUse::ofAttribute)
                        .flatMap(Optional::stream)
                        .filter(use -> use != SpecialUse.INBOX)
                        .sorted()
                        .toList();
        return told.stream().findFirst();
    }

    // The one nearest to the top, where several are called so.
    private static Optional<MailboxName> namedFor(
            SpecialUse use, Collection<Entry> entries, Map<MailboxName, SpecialUse> taken) {
        Set<String> names = NAMES.getOrDefault(use, Set.of());
        return entries.stream()
                .filter(Entry::selectable)
                .map(Entry::name)
                .filter(name -> !taken.containsKey(name))
                .filter(MailboxUses::isAtTheTop)
                .filter(name -> names.contains(name.leaf().toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(MailboxName::depth).thenComparing(name -> name));
    }

    // Also below INBOX, where some servers keep everything, and below [Gmail].
    private static boolean isAtTheTop(MailboxName name) {
        return name.parent()
                .map(parent -> parent.isInbox() || parent.value().equalsIgnoreCase("[Gmail]"))
                .orElse(true);
    }
}
