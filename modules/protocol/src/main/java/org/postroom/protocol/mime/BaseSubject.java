package org.postroom.protocol.mime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A subject without what replies, forwards and lists have put around it (RFC 5256 §2.1), by which
 * lists are ordered.
 */
public final class BaseSubject {

    private static final int MAX_LENGTH = 2000;

    private static final String BLOB = "\\[[^\\[\\]]*+]\\s*+";

    // AW and WG are no words of the RFC, but of many German programs.
    private static final Pattern LEADER =
            Pattern.compile(
                    "(?:" + BLOB + ")*+(?:re|fwd?|aw|wg)\\s*+(?:" + BLOB + ")?:\\s*+",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern LIST = Pattern.compile(BLOB + "(?=\\S)");
    private static final Pattern TRAILER = Pattern.compile("\\(fwd\\)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORWARDED =
            Pattern.compile("\\[fwd:(.*)]", Pattern.CASE_INSENSITIVE);

    private BaseSubject() {}

    /** The base of a decoded subject; of very long ones the first 2,000 characters count. */
    public static String of(String subject) {
        String base = subject.substring(0, Math.min(subject.length(), MAX_LENGTH)).strip();
        String before;
        do {
            before = base;
            base = unwrapped(withoutLeader(withoutTrailer(base)));
        } while (!base.equals(before));
        return base;
    }

    private static String withoutTrailer(String subject) {
        return TRAILER.matcher(subject).replaceFirst("").strip();
    }

    // The name of a list goes only where something else is left.
    private static String withoutLeader(String subject) {
        Matcher leader = LEADER.matcher(subject);
        if (leader.lookingAt()) {
            return subject.substring(leader.end());
        }
        Matcher list = LIST.matcher(subject);
        return list.lookingAt() ? subject.substring(list.end()) : subject;
    }

    private static String unwrapped(String subject) {
        Matcher forwarded = FORWARDED.matcher(subject);
        return forwarded.matches() ? forwarded.group(1).strip() : subject;
    }
}
