package org.postroom.testing.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the commands in what one POP3 client sends; what comes after STLS is not found. */
final class Pop3CommandReader implements CommandReader {
    private static final int LONGEST = 1_000;
    private static final Pattern COMMAND =
            Pattern.compile("^([A-Z]{3,4})(?: .*)?$", Pattern.CASE_INSENSITIVE);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean opaque;

    @Override
    public Optional<String> take(int octet) {
        if (opaque) {
            return Optional.empty();
        }
        if (octet != '\n') {
            if (line.size() < LONGEST) {
                line.write(octet);
            }
            return Optional.empty();
        }
        var text = line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
        line.reset();
        return name(text);
    }

    private Optional<String> name(String text) {
        var command = COMMAND.matcher(text);
        if (!command.matches()) {
            return Optional.empty();
        }
        var name = command.group(1).toUpperCase(Locale.ROOT);
        opaque = name.equals("STLS");
        return Optional.of(name);
    }
}
