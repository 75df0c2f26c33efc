package org.postroom.sessioncache.local;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.Address;
import org.postroom.protocol.Envelope;
import org.postroom.protocol.MessageId;
import org.postroom.protocol.mime.MessageHeader;
import org.postroom.rendering.text.SearchText;

/** What a header gives to the row of its message. */
final class HeaderColumns {

    /** The columns, in the order of {@link #values}. */
    static final List<String> NAMES =
            List.of(
                    "envelope",
                    "message_id",
                    "reference_ids",
                    "subject_key",
                    "sender_key",
                    "from_words",
                    "to_words",
                    "cc_words",
                    "bcc_words",
                    "subject_words");

    private static final int MAX_WORDS = 16 << 10;

    private HeaderColumns() {}

    static List<@Nullable Object> values(MessageHeader header) {
        Envelope envelope = header.envelope();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(EnvelopeText.write(envelope));
        values.add(envelope.messageId().map(MessageId::value).orElse(null));
        values.add(header.references().stream().map(MessageId::value).toArray(String[]::new));
        values.add(SortKeys.subject(envelope));
        values.add(SortKeys.sender(envelope));
        values.add(words(envelope.from()));
        values.add(words(envelope.to()));
        values.add(words(envelope.cc()));
        values.add(words(envelope.bcc()));
        values.add(bounded(SearchText.normalised(envelope.subject())));
        return values;
    }

    private static String words(List<Address> addresses) {
        return bounded(
                SearchText.normalised(
                        addresses.stream()
                                .map(address -> address.name() + " <" + address.mail() + ">")
                                .collect(Collectors.joining(", "))));
    }

    private static String bounded(String text) {
        return SearchText.shortened(text, MAX_WORDS);
    }
}
