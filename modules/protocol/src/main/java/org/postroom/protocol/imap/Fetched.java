package org.postroom.protocol.imap;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postroom.protocol.BodyStructure;
import org.postroom.protocol.Envelope;
import org.postroom.protocol.Flag;
import org.postroom.protocol.Uid;
import org.postroom.protocol.mime.HeaderText;

/** The items of FETCH that a server has told about one message (RFC 9051 §7.5.2). */
final class Fetched {

    private static final DateTimeFormatter INTERNALDATE =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("d-MMM-uuuu HH:mm:ss Z")
                    .toFormatter(Locale.ENGLISH);

    private final Map<String, Token> items = new HashMap<>();

    /** Takes in what a FETCH line says. */
    void add(ImapLine line) {
        Token list = line.at(0);
        for (int i = 0; i + 1 < list.items().size(); i += 2) {
            items.put(list.at(i).word(), list.at(i + 1));
        }
    }

    /** Whose it is; empty in lines that the server sent by itself. */
    static Optional<Uid> uid(ImapLine line) {
        Token list = line.at(0);
        for (int i = 0; i + 1 < list.items().size(); i += 2) {
            long value = list.at(i).word().equals("UID") ? list.at(i + 1).number() : -1;
            if (value > 0 && value <= Uid.MAX) {
                return Optional.of(new Uid(value));
            }
        }
        return Optional.empty();
    }

    private Token item(String name) {
        return items.getOrDefault(name, Token.NIL);
    }

    Set<Flag> flags() {
        Set<Flag> flags = new HashSet<>();
        for (Token flag : item("FLAGS").items()) {
            if (Flag.isFlag(flag.latin1())) {
                flags.add(new Flag(flag.latin1()));
            }
        }
        return flags;
    }

    /** When it came; the beginning of time where the server says nothing sensible. */
    Instant internalDate() {
        try {
            String text = item("INTERNALDATE").latin1().strip();
            return OffsetDateTime.parse(text, INTERNALDATE).toInstant();
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }

    long size() {
        return Math.max(0, item("RFC822.SIZE").number());
    }

    Envelope envelope() {
        return EnvelopeReader.read(item("ENVELOPE"));
    }

    BodyStructure structure() {
        return BodyStructureReader.read(item("BODYSTRUCTURE"), size());
    }

    /**
     * The server's own first words (RFC 8970), or those of its older draft; may be not known yet.
     */
    Optional<String> preview() {
        Token told = item("PREVIEW");
        Token words = told.isList() ? told.at(1) : told;
        return words.isNil()
                ? Optional.empty()
                : Optional.of(FirstWords.shortened(HeaderText.raw(words.octets())));
    }

    /** The octets of a section, by the name that the server gives it: {@code BODY[1.2]<0>}. */
    Optional<byte[]> section(String name) {
        return Optional.ofNullable(items.get(name)).map(Token::octets);
    }
}
