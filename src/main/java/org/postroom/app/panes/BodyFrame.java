package org.postroom.app.panes;

/**
 * The frame in which an HTML body is shown.
 *
 * @param url its own document, {@code /message/body?…}
 * @param title for screen readers: "Message from Tidewater Weekly"
 */
public record BodyFrame(String url, String title) {}
