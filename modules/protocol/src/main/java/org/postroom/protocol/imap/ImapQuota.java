package org.postroom.protocol.imap;

import java.util.Optional;
import org.eclipse.angus.mail.iap.Argument;
import org.postroom.protocol.Quota;

/** The room that a person has (RFC 9208); only STORAGE, which counts in units of 1,024 octets. */
final class ImapQuota {

    private static final int UNIT = 1024;
    private static final long MAX_UNITS = Long.MAX_VALUE / UNIT;

    private ImapQuota() {}

    static Optional<Quota> of(ImapConnection connection) {
        if (!connection.has("QUOTA")) {
            return Optional.empty();
        }
        Answer answer = connection.attempt("GETQUOTAROOT", new Argument().writeNString("INBOX"));
        return answer.lines("QUOTA")
                .map(line -> storage(line.at(1)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Quota> storage(Token resources) {
        for (int i = 0; i + 2 < resources.items().size(); i += 3) {
            long used = resources.at(i + 1).number();
            long limit = resources.at(i + 2).number();
            boolean sensible = used >= 0 && limit > 0 && Math.max(used, limit) < MAX_UNITS;
            if (resources.at(i).word().equals("STORAGE") && sensible) {
                return Optional.of(new Quota(used * UNIT, limit * UNIT));
            }
        }
        return Optional.empty();
    }
}
