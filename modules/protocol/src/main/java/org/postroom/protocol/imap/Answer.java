package org.postroom.protocol.imap;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a server said to one command.
 *
 * @param lines the untagged ones that nobody took while they came
 * @param end the tagged one
 */
record Answer(List<ImapLine> lines, ImapLine end) {

    /** The untagged responses with this key. */
    Stream<ImapLine> lines(String key) {
        return lines.stream().filter(line -> line.is(key));
    }

    boolean isOk() {
        return end.isOK();
    }

    /** A response code's words, name first, wherever in the answer it stands (RFC 9051 §7.1). */
    Optional<List<Token>> code(String name) {
        return Stream.concat(lines.stream(), Stream.of(end))
                .filter(line -> line.hasCode(name))
                .map(ImapLine::code)
                .findFirst();
    }

    /** Whether messages went away with it. */
    boolean tellsRemovals() {
        return Stream.concat(lines("EXPUNGE"), lines("VANISHED")).findAny().isPresent();
    }
}
