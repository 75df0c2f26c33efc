package org.postroom.app.panes;

import java.util.List;

/**
 * What can be done here with messages; what is impossible is not drawn.
 *
 * @param archive false in Archive itself, or where there is no archive mailbox
 * @param junk whether "Junk" is offered (nowhere in Junk, Sent and Drafts)
 * @param notJunk whether "Not junk" is offered (in Junk)
 * @param forGood whether "Delete" deletes for good and is asked first (in Trash)
 * @param targets mailboxes for moving and copying, in the order of the tree
 */
public record Actions(
        boolean archive, boolean junk, boolean notJunk, boolean forGood, List<Target> targets) {}
