package org.postroom.sessioncache.local;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.protocol.mime.MessageHeader;

/** A header with its columns, computed before the account is locked. */
public record KnownHeader(MessageHeader header, List<@Nullable Object> columns) {

    static KnownHeader of(MessageHeader header) {
        return new KnownHeader(header, HeaderColumns.values(header));
    }

    /** What the row of a pending message is given. */
    List<@Nullable Object> values(ContentId content) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(header.received().orElse(null));
        values.add(header.attachmentHint());
        values.addAll(columns);
        values.add(content.account());
        values.add(content.number());
        return values;
    }
}
