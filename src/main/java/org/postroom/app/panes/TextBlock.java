package org.postroom.app.panes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a plain text body: the writer's own lines, or quoted ones, which are folded.
 *
 * @param runs in reading order, line breaks included
 * @param quotedLines number of lines that are quoted; 0 for the writer's own
 * @param summary what the fold says: "Show 14 quoted lines"; empty for the writer's own
 */
public record TextBlock(List<Run> runs, int quotedLines, String summary) {

    /**
     * Plain text or a link.
     *
     * @param text unescaped, may hold line breaks
     * @param href null for text; otherwise an http, https or mailto URL
     */
    public record Run(String text, @Nullable String href) {}
}
