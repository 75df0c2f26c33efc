package org.postroom.testing.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes one message, header fields in the order in which they are given (RFC 5322). */
public final class MessageDraft {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private final List<String> fields = new ArrayList<>();
    private Charset charset = StandardCharsets.UTF_8;

    /** Names and subjects that follow are encoded in this charset. */
    public MessageDraft charset(Charset headers) {
        charset = headers;
        return this;
    }

    /** The From field. */
    public MessageDraft from(Person author) {
        return field("From: " + author.mailbox(charset));
    }

    /** The To field. */
    public MessageDraft to(Person... readers) {
        return field("To: " + list(List.of(readers)));
    }

    /** The Cc field; none for nobody. */
    public MessageDraft cc(Collection<Person> readers) {
        return readers.isEmpty() ? this : field("Cc: " + list(readers));
    }

    private static String list(Collection<Person> people) {
        return people.stream().map(Person::mailbox).collect(Collectors.joining(",\r\n "));
    }

    /** The Subject field. */
    public MessageDraft subject(String subject) {
        return field("Subject: " + HeaderText.unstructured(subject, charset));
    }

    /** The Date field. */
    public MessageDraft date(Instant when) {
        return field("Date: " + DATE.format(when));
    }

    /** The Message-ID field; the id without angle brackets. */
    public MessageDraft id(String messageId) {
        return field("Message-ID: <" + messageId + ">");
    }

    /** References and In-Reply-To; ids without angle brackets, oldest first, none for none. */
    public MessageDraft answering(List<String> ids) {
        if (ids.isEmpty()) {
            return this;
        }
        var references =
                ids.stream().map(id -> "<" + id + ">").collect(Collectors.joining("\r\n "));
        return field("In-Reply-To: <" + ids.getLast() + ">").field("References: " + references);
    }

    /** One header field exactly as given, UTF-8. */
    public MessageDraft field(String field) {
        fields.add(field);
        return this;
    }

    /** The whole message with this body. */
    public byte[] with(MimePart body) {
        var out = new ByteArrayOutputStream(2_048);
        fields.forEach(field -> MimePart.line(out, field));
        MimePart.line(out, "MIME-Version: 1.0");
        body.writeTo(out);
        return out.toByteArray();
    }

    /** The whole message with a short text in UTF-8. */
    public byte[] withText(String text) {
        return with(
                MimePart.text("plain", text, StandardCharsets.UTF_8, TransferEncoding.EIGHT_BIT));
    }
}
