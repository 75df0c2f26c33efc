package org.postroom.app.jobs;

import org.jspecify.annotations.Nullable;
import org.postroom.app.layout.Link;

/**
 * How far a job has come.
 *
 * @param heading "Moving 4,812 messages to Archive"
 * @param text "1,204 of 4,812 are done."
 * @param note what a person may do meanwhile: "You can leave this page."
 * @param done messages done
 * @param total messages in all
 * @param stopUrl where the stop form is posted, null when it is over or cannot be stopped
 * @param back where to go on
 */
public record JobProgress(
        String heading,
        String text,
        String note,
        long done,
        long total,
        @Nullable String stopUrl,
        Link back) {}
