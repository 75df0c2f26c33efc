package org.postroom.app.account;

import java.util.List;

/**
 * What is kept of a maildrop's mail, and where.
 *
 * @param delete whether it is deleted on the server
 * @param days after how many days, as text for the field
 * @param expiry what the server does with messages by itself; empty where it says nothing
 * @param onlyCopies how many messages are here only
 * @param onlyCopiesText the same in words
 */
public record Kept(
        boolean delete,
        String days,
        String expiry,
        long onlyCopies,
        String onlyCopiesText,
        List<Fact> space) {}
