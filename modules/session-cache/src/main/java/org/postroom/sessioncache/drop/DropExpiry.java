package org.postroom.sessioncache.drop;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postroom.protocol.Capability;

/** What a server says of deleting messages by itself (EXPIRE, RFC 2449 §6.7). */
final class DropExpiry {

    private static final Pattern DAYS = Pattern.compile("EXPIRE\\s+(\\d{1,5})(\\s.*)?");

    private DropExpiry() {}

    /** After how many days, 0 for as soon as they were fetched; empty where it says none. */
    static Optional<Integer> days(Set<Capability> capabilities) {
        return capabilities.stream()
                .map(each -> DAYS.matcher(each.name()))
                .filter(Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .min(Integer::compareTo);
    }
}
