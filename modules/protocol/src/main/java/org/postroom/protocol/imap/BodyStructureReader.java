package org.postroom.protocol.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postroom.protocol.BodyStructure;
import org.postroom.protocol.BodyStructure.MessagePart;
import org.postroom.protocol.BodyStructure.MultiPart;
import org.postroom.protocol.BodyStructure.SinglePart;
import org.postroom.protocol.ContentType;
import org.postroom.protocol.Disposition;
import org.postroom.protocol.PartPath;
import org.postroom.protocol.mime.HeaderText;
import org.postroom.protocol.mime.MessageOutline;
import org.postroom.protocol.mime.Parameters;

/**
 * From BODYSTRUCTURE (RFC 9051 §7.5.2) to {@link BodyStructure}: at most so deep and so many parts;
 * what lies beyond is cut off.
 */
final class BodyStructureReader {

    private int parts;

    private BodyStructureReader() {}

    static BodyStructure read(Token token, long messageSize) {
        return token.isList()
                ? new BodyStructureReader().root(token)
                : opaque(PartPath.MESSAGE.child(1), messageSize);
    }

    /** What is shown of a part whose structure cannot be told. */
    private static SinglePart opaque(PartPath path, long size) {
        ContentType type = new ContentType("application", "octet-stream", Map.of());
        return new SinglePart(
                path, type, Optional.empty(), "7bit", Optional.empty(), Math.max(0, size));
    }

    // The only part of a message has the number 1; a multipart has its message's own.
    private BodyStructure root(Token token) {
        return part(token, isMulti(token) ? PartPath.MESSAGE : PartPath.MESSAGE.child(1), 1);
    }

    private BodyStructure part(Token token, PartPath path, int depth) {
        parts++;
        if (depth > MessageOutline.MAX_DEPTH || !token.isList()) {
            return opaque(path, 0);
        }
        if (isMulti(token)) {
            return multi(token, path, depth);
        }
        boolean message = isMessage(token) && token.at(7).isList() && token.at(8).isList();
        return message ? message(token, path, depth) : single(token, path);
    }

    private static boolean isMulti(Token token) {
        return token.at(0).isList();
    }

    private static boolean isMessage(Token token) {
        return token.at(0).word().equals("MESSAGE")
                && (token.at(1).word().equals("RFC822") || token.at(1).word().equals("GLOBAL"));
    }

    private BodyStructure multi(Token token, PartPath path, int depth) {
        List<BodyStructure> children = new ArrayList<>();
        int at = 0;
        while (token.at(at).isList()) {
            at++;
            if (parts < MessageOutline.MAX_PARTS) {
                children.add(part(token.at(at - 1), path.child(at), depth + 1));
            }
        }
        ContentType type = type("multipart", token.at(at), token.at(at + 1));
        return new MultiPart(path, type, disposition(token.at(at + 2)), children);
    }

    private BodyStructure message(Token token, PartPath path, int depth) {
        Token body = token.at(8);
        return new MessagePart(
                path,
                type(token.at(0).latin1(), token.at(1), token.at(2)),
                disposition(token.at(11)),
                encoding(token.at(5)),
                Math.max(0, token.at(6).number()),
                EnvelopeReader.read(token.at(7)),
                part(body, isMulti(body) ? path : path.child(1), depth + 1));
    }

    private static SinglePart single(Token token, PartPath path) {
        boolean hasLines = token.at(7).number() >= 0; // for text; some servers for others too
        boolean text = token.at(0).word().equals("TEXT");
        int disposition = text || hasLines ? 9 : 8;
        String id = HeaderText.of(token.at(3).octets());
        return new SinglePart(
                path,
                type(token.at(0).latin1(), token.at(1), token.at(2)),
                disposition(token.at(disposition)),
                encoding(token.at(5)),
                id.isEmpty() ? Optional.empty() : Optional.of(id),
                Math.max(0, token.at(6).number()));
    }

    private static ContentType type(String type, Token subtype, Token parameters) {
        if (type.isBlank() || subtype.isNil()) {
            boolean known = !type.isBlank();
            return new ContentType(
                    known ? type : "application", known ? "x-unknown" : "octet-stream", Map.of());
        }
        return new ContentType(type.strip(), subtype.latin1().strip(), parameters(parameters));
    }

    private static String encoding(Token token) {
        String encoding = token.latin1().strip().toLowerCase(Locale.ROOT);
        return encoding.isEmpty() ? "7bit" : encoding;
    }

    private static Optional<Disposition> disposition(Token token) {
        String value = token.at(0).latin1().strip();
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Disposition(value, parameters(token.at(1))));
    }

    private static Map<String, String> parameters(Token list) {
        Parameters parameters = new Parameters();
        for (int i = 0; i + 1 < list.items().size(); i += 2) {
            parameters.add(list.at(i).latin1(), list.at(i + 1).octets());
        }
        return parameters.decoded();
    }
}
