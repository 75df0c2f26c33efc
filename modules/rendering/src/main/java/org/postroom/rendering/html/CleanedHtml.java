package org.postroom.rendering.html;

import java.util.List;
import java.util.Map;

/**
 * HTML that may be shown in a message's frame.
 *
 * @param html the content of a body element: style elements first, then what they style
 * @param body the attributes of the message's own body element that may be kept
 * @param heldPictures how many remote pictures were held back, tracking pixels included
 * @param trackingPixels how many of them are too small to see; those are never shown
 * @param contentIds the embedded pictures that are shown, which need not be listed as attachments
 * @param shownInPart whether a limit of size, depth or time has cut something off
 */
public record CleanedHtml(
        String html,
        Map<String, String> body,
        int heldPictures,
        int trackingPixels,
        List<String> contentIds,
        boolean shownInPart) {

    /** Copies the collections. */
    public CleanedHtml {
        body = Map.copyOf(body);
        contentIds = List.copyOf(contentIds);
    }
}
