package org.postroom.faults;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * What came of a request.
 *
 * @param status of HTTP; 0 when the connection was cut or nobody was there
 * @param location where it leads to, else empty
 * @param body the page, or the reason why there is none
 */
record Answer(int status, String location, String body) {

    private static final int OK = 200;
    private static final int SEE_OTHER = 303;

    static Answer cut(Exception reason) {
        return new Answer(0, "", reason.toString());
    }

    boolean isPage() {
        return status == OK;
    }

    /** Whether it sends to another page, but not to the sign-in page. */
    boolean leadsOn() {
        return status == SEE_OTHER && !asksToSignIn();
    }

    boolean asksToSignIn() {
        return location.contains("/login");
    }

    /** A part of what it says was done: the word, how many, how many gone, left, and undo. */
    String done(int part) {
        String done = location.replaceFirst(".*done=", "");
        String[] parts = URLDecoder.decode(done, StandardCharsets.UTF_8).split("~", -1);
        return part < parts.length ? parts[part] : "";
    }
}
