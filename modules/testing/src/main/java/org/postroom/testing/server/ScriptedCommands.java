package org.postroom.testing.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads what a client sends, literals included. */
final class ScriptedCommands {
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)(\\+?)}$");
    private final InputStream in;
    private final Stage stage;

    ScriptedCommands(InputStream in, Stage stage) {
        this.in = in;
        this.stage = stage;
    }

    /** The next command with its tag, literals after CRLF; empty at the end of the connection. */
    String next() throws IOException {
        var command = new StringBuilder(line());
        for (var literal = LITERAL.matcher(command);
                literal.find();
                literal = LITERAL.matcher(command)) {
            if (literal.group(2).isEmpty()) {
                stage.say("+ go ahead");
            }
            var octets = in.readNBytes(Integer.parseInt(literal.group(1)));
            command.append("\r\n")
                    .append(new String(octets, StandardCharsets.ISO_8859_1))
                    .append(line());
        }
        return command.toString();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int octet = in.read(); octet != '\n' && octet >= 0; octet = in.read()) {
            line.append((char) octet);
        }
        return line.toString().stripTrailing();
    }
}
