package org.postroom.testing.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the commands in what one IMAP client sends; literals, continuations and everything after
 * TLS or COMPRESS are not.
 */
final class ImapCommandReader implements CommandReader {
    private static final int LONGEST = 64_000;
    private static final Pattern COMMAND =
            Pattern.compile(
                    "^[!-~]+ ((?:UID )?[A-Z][A-Z0-9-]*)(?: .*)?$",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)\\+?}$");
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long literalLeft;
    private boolean continued;
    private boolean opaque;

    @Override
    public Optional<String> take(int octet) {
        if (opaque) {
            return Optional.empty();
        }
        if (literalLeft > 0) {
            literalLeft--;
            return Optional.empty();
        }
        if (octet != '\n') {
            keep(octet);
            return Optional.empty();
        }
        return endOfLine();
    }

    private void keep(int octet) {
        if (line.size() < LONGEST) {
            line.write(octet);
        }
    }

    private Optional<String> endOfLine() {
        var text = line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
        line.reset();
        boolean rest = continued;
        continued = startsLiteral(text);
        return rest ? Optional.empty() : name(text);
    }

    private boolean startsLiteral(String text) {
        var literal = LITERAL.matcher(text);
        boolean found = literal.find();
        literalLeft = found ? Long.parseLong(literal.group(1)) : 0;
        return found;
    }

    private Optional<String> name(String text) {
        var command = COMMAND.matcher(text);
        if (!command.matches()) {
            return Optional.empty();
        }
        var name = command.group(1).toUpperCase(Locale.ROOT);
        opaque = name.equals("STARTTLS") || name.equals("COMPRESS");
        return Optional.of(name);
    }
}
