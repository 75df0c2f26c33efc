package org.postroom.app.panes;

/**
 * A file of a message.
 *
 * @param name safe to show and to save, never empty
 * @param url where it is downloaded
 * @param kind "PDF", "JPEG", "Calendar"
 * @param size "340 kB"; empty where unknown
 * @param icon a symbol of {@code icons.svg}: file, image, calendar, mail, archive
 */
public record AttachmentRow(String name, String url, String kind, String size, String icon) {

    private static final int TAIL = 8;

    /** The part of the name that may be cut. */
    public String head() {
        return name.substring(0, split());
    }

    /** The end of the name, which is never cut: the last letters and the ending. */
    public String tail() {
        return name.substring(split());
    }

    private int split() {
        var at = Math.max(0, name.length() - TAIL);
        return at > 0 && Character.isLowSurrogate(name.charAt(at)) ? at - 1 : at;
    }
}
