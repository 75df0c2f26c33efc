package org.postroom.protocol.imap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.angus.mail.iap.Argument;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.BodyStructure;
import org.postroom.protocol.BodyStructure.SinglePart;
import org.postroom.protocol.MailException.NoSuchMessage;
import org.postroom.protocol.MessageDetail;
import org.postroom.protocol.MessageRef;
import org.postroom.protocol.MessageRefs;
import org.postroom.protocol.MessageSummary;
import org.postroom.protocol.PartPath;
import org.postroom.protocol.Section;
import org.postroom.protocol.SectionRange;
import org.postroom.protocol.Uid;
import org.postroom.protocol.UidSet;
import org.postroom.protocol.net.ResponseLimits;

/** What messages are and hold: summaries, structures and octets (RFC 9051 §6.4.5). */
final class ImapContent {

    private static final int MAX_TEXT_PATHS = 4;

    private final ImapConnection connection;
    private final ImapFetch fetch;

    ImapContent(ImapConnection connection) {
        this.connection = connection;
        this.fetch = new ImapFetch(connection);
    }

    /** Summaries of the messages that are there. */
    List<MessageSummary> summaries(MessageRefs messages) {
        if (messages.uids().isEmpty()) {
            return List.of();
        }
        Argument items = summaryItems();
        boolean previews = connection.has("PREVIEW") || connection.has("PREVIEW=FUZZY");
        Map<Uid, Fetched> fetched =
                fetch.items(messages.uids(), previews ? items.writeAtom("PREVIEW") : items);
        Map<Uid, BodyStructure> structures = new HashMap<>();
        fetched.forEach((uid, one) -> structures.put(uid, one.structure()));
        Map<Uid, String> words = firstWords(unread(fetched, structures));
        return fetched.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> summary(messages, one.getKey(), one.getValue(), structures, words))
                .toList();
    }

    // Without PREVIEW, and with one that knows nothing yet, as that of Cyrus.
    private static Map<Uid, BodyStructure> unread(
            Map<Uid, Fetched> fetched, Map<Uid, BodyStructure> structures) {
        Map<Uid, BodyStructure> result = new HashMap<>(structures);
        fetched.forEach((uid, one) -> one.preview().ifPresent(_ -> result.remove(uid)));
        return result;
    }

    private static Argument summaryItems() {
        return ImapFetch.atoms(
                "UID", "FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE", "BODYSTRUCTURE");
    }

    private static MessageSummary summary(
            MessageRefs messages,
            Uid uid,
            Fetched fetched,
            Map<Uid, BodyStructure> structures,
            Map<Uid, String> words) {
        MessageRef ref = new MessageRef(messages.mailbox(), messages.uidValidity(), uid);
        boolean attachment =
                Optional.ofNullable(structures.get(uid))
                        .filter(BodyStructure::hasAttachment)
                        .isPresent();
        String preview = fetched.preview().orElseGet(() -> words.getOrDefault(uid, ""));
        return new MessageSummary(
                ref,
                fetched.flags(),
                fetched.internalDate(),
                fetched.size(),
                Optional.of(fetched.envelope()),
                attachment,
                preview);
    }

    // A command for each path, of which a page has few: there are servers that refuse a whole page
    // for one message that lacks a part.
    private Map<Uid, String> firstWords(Map<Uid, BodyStructure> structures) {
        Map<PartPath, Map<Uid, SinglePart>> parts = new HashMap<>();
        structures.forEach(
                (uid, one) ->
                        FirstWords.part(one)
                                .ifPresent(
                                        part ->
                                                parts.computeIfAbsent(
                                                                part.path(), _ -> new HashMap<>())
                                                        .put(uid, part)));
        Map<Uid, String> words = new HashMap<>();
        parts.entrySet().stream()
                .sorted(Comparator.comparing(path -> -path.getValue().size()))
                .limit(MAX_TEXT_PATHS)
                .forEach(path -> words.putAll(firstWords(path.getKey(), path.getValue())));
        return words;
    }

    private Map<Uid, String> firstWords(PartPath path, Map<Uid, SinglePart> parts) {
        Argument items =
                ImapFetch.atoms("UID", "BODY.PEEK[" + path + "]<0." + FirstWords.OCTETS + ">");
        Map<Uid, String> words = new HashMap<>();
        fetch.items(UidSet.of(parts.keySet()), items)
                .forEach((uid, fetched) -> words.put(uid, words(fetched, parts.get(uid))));
        return words;
    }

    private static String words(Fetched fetched, @Nullable SinglePart part) {
        return part == null
                ? ""
                : fetched.section("BODY[" + part.path() + "]<0>")
                        .map(octets -> FirstWords.of(part, octets))
                        .orElse("");
    }

    /** A message's summary and structure. */
    MessageDetail detail(MessageRef message) {
        connection.select(message.mailbox(), message.uidValidity());
        Fetched fetched = one(message, () -> fetch.items(UidSet.of(message.uid()), summaryItems()));
        BodyStructure structure = fetched.structure();
        MessageSummary summary =
                summary(
                        MessageRefs.of(message),
                        message.uid(),
                        fetched,
                        Map.of(message.uid(), structure),
                        Map.of());
        return new MessageDetail(summary, structure);
    }

    /** A connection is told late of what came by another one: it is asked for twice. */
    private Fetched one(MessageRef message, Supplier<Map<Uid, Fetched>> asked) {
        Fetched known = asked.get().get(message.uid());
        if (known != null) {
            return known;
        }
        connection.catchUp();
        return Optional.ofNullable(asked.get().get(message.uid()))
                .orElseThrow(() -> new NoSuchMessage("The message is not there any more"));
    }

    /**
     * Octets of a message.
     *
     * @param peek whether its flags stay as they are
     */
    Map<SectionRange, byte[]> read(
            MessageRef message, Collection<SectionRange> ranges, boolean peek) {
        long total = ranges.stream().mapToLong(SectionRange::length).sum();
        if (ranges.isEmpty() || total > SectionRange.MAX_LENGTH) {
            throw new IllegalArgumentException("Not an amount to read at once: " + total);
        }
        connection.select(message.mailbox(), message.uidValidity());
        Map<SectionRange, byte[]> result = new HashMap<>();
        List<SectionRange> rest = new ArrayList<>(Set.copyOf(ranges));
        while (!rest.isEmpty()) {
            List<SectionRange> together = distinguishable(rest);
            readTogether(message, together, peek, result);
            rest.removeAll(together);
        }
        return result;
    }

    // The answer names the section and the beginning only: two lengths of one need two commands.
    private static List<SectionRange> distinguishable(List<SectionRange> ranges) {
        Set<String> names = new HashSet<>();
        return ranges.stream().filter(range -> names.add(answered(range))).toList();
    }

    private void readTogether(
            MessageRef message,
            List<SectionRange> ranges,
            boolean peek,
            Map<SectionRange, byte[]> result) {
        Argument items = ImapFetch.atoms("UID");
        ranges.forEach(range -> items.writeAtom(asked(range, peek)));
        long total = ranges.stream().mapToLong(SectionRange::length).sum();
        ResponseLimits usual = connection.limits();
        ResponseLimits limits =
                usual.withOctets(usual.octets() + total)
                        .withLiteral(Math.max(usual.literal(), total));
        Fetched fetched = one(message, () -> fetch.items(UidSet.of(message.uid()), items, limits));
        for (SectionRange range : ranges) {
            result.put(
                    range,
                    bounded(fetched.section(answered(range)).orElse(new byte[0]), range.length()));
        }
    }

    // A server that gives more than was asked for is cut short.
    private static byte[] bounded(byte[] octets, int length) {
        return octets.length > length ? Arrays.copyOf(octets, length) : octets;
    }

    private static String asked(SectionRange range, boolean peek) {
        return (peek ? "BODY.PEEK[" : "BODY[")
                + name(range.section())
                + "]<"
                + range.offset()
                + "."
                + range.length()
                + ">";
    }

    private static String answered(SectionRange range) {
        return "BODY[" + name(range.section()) + "]<" + range.offset() + ">";
    }

    private static String name(Section section) {
        String path = section.path().value();
        return switch (section.text()) {
            case CONTENT -> path;
            case HEADER -> path.isEmpty() ? "HEADER" : path + ".HEADER";
            case MIME -> path.isEmpty() ? "HEADER" : path + ".MIME";
        };
    }
}
