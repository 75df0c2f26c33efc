package org.postroom.app.support;

import org.jsoup.nodes.Element;

/** What the page of a POP3 account tells of fetching its mail. */
public final class Fetching {

    private Fetching() {}

    /** Waits until the maildrop has been seen with so many messages, and all of them are here. */
    public static void awaitAll(Visitor visitor, long count) {
        await(visitor, count, "data-bodies");
    }

    /** Waits until the maildrop has been seen with so many messages, and their headers are here. */
    public static void awaitHeaders(Visitor visitor, long count) {
        await(visitor, count, "data-headers");
    }

    private static void await(Visitor visitor, long count, String what) {
        Patience.until(
                what + "=" + count,
                () -> {
                    Element status = visitor.open("/account").mark("sync-status");
                    return number(status, "data-known") == count && number(status, what) == count;
                });
    }

    private static long number(Element status, String name) {
        return Long.parseLong(status.attr(name));
    }

    /** Asks for a visit to the maildrop now. */
    public static void checkNow(Visitor visitor) {
        visitor.open("/account").markedForm("check-now").submit();
    }
}
