package org.postroom.app.layout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is asked before a change, and how far a long one is. */
@MessageBundle("works")
public interface WorkSentences {
    @Message(
            "{#if count == 1}Delete 1 message for good?{#else}Delete {text} messages for good?{/if}")
    String deleteForGood(long count, String text);

    @Message("They are deleted on the mail server too. This cannot be undone.")
    String deleteForGoodConsequence();

    @Message("{#if count == 1}Delete 1 message{#else}Delete {text} messages{/if}")
    String deleteForGoodButton(long count, String text);

    @Message("Keep them")
    String keepThem();

    @Message("{done} of {total} are done.")
    String jobProgress(String done, String total);

    @Message("You can leave this page: the work goes on while you are signed in.")
    String jobNote();

    @Message("Done: {done} of {total}.")
    String jobDone(String done, String total);

    @Message("Stopped: {done} of {total} are done, the others are as they were.")
    String jobStopped(String done, String total);

    @Message(
            "This did not go to its end: {done} of {total} are done, the others are as they were. Try again for those.")
    String jobFailed(String done, String total);

    @Message(
            "This was interrupted when at least {done} of {total} were done. Look at the list, and try again for the others.")
    String jobInterrupted(String done, String total);

    @Message(
            "{#switch kind}{#case 'archive'}Archiving{#case 'junk'}Marking as junk{#case 'not-junk'}Moving to the inbox{#case 'trash'}Moving to Trash{#case 'move'}Moving{#case 'copy'}Copying{#case 'delete'}Deleting{#case 'read'}Marking as read{#case 'unread'}Marking as unread{#case 'star'}Starring{#case 'unstar'}Removing stars{#else}Changing{/switch} {total} messages")
    String jobHeading(String kind, String total);

    @Message("Back to the list")
    String backToList();

    @Message("Two large changes are under way already.")
    String tooMuchAtOnce();

    @Message("Wait until one of them is done, then try again. Nothing was changed.")
    String tooMuchAtOnceDetail();
}
