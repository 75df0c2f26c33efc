package org.postroom.protocol.pop3;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.protocol.ResponseCode;

/**
 * A status line (RFC 1939 §3).
 *
 * @param code the machine-readable reason (RFC 2449 §8), whether or not the server says that it
 *     gives any: what is none of those we know means nothing
 * @param text the whole line as it came
 */
record Reply(boolean ok, Optional<ResponseCode> code, String text) {

    private static final Pattern STATUS =
            Pattern.compile("(\\+OK|-ERR)(?:[ \\t].*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("^-ERR\\s+\\[([^\\]\\s]{1,80})[^\\]]*\\]");

    static Reply of(String line) throws NotPop3Exception {
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            throw new NotPop3Exception("Neither +OK nor -ERR");
        }
        boolean ok = status.group(1).startsWith("+");
        Matcher code = CODE.matcher(line.toUpperCase(Locale.ROOT));
        return new Reply(
                ok,
                code.find() ? Optional.of(new ResponseCode(code.group(1))) : Optional.empty(),
                line);
    }

    /** Whether the reason is this, or a finer one below it (RFC 3206 §3). */
    boolean says(String reason) {
        return code.map(ResponseCode::name)
                .filter(name -> name.equals(reason) || name.startsWith(reason + "/"))
                .isPresent();
    }

    /** Whether the server has said that the trouble lies elsewhere than in the command. */
    boolean blamesItself() {
        return says("SYS");
    }
}
