package org.postroom.sessioncache.local;

import org.postroom.protocol.Uid;

/** Where a message that arrived is now: its octets to be, and its place in INBOX. */
public record Arrived(ContentId content, Uid uid) {}
