package org.postroom.app.failure;

import org.postroom.app.layout.ErrorNote;

/**
 * A failure as it is shown.
 *
 * @param status of the response
 * @param withFolders whether the folders can be shown beside it, because the mail server is not
 *     what failed
 */
record Failure(int status, ErrorNote note, boolean withFolders) {}
