package org.postroom.app.layout;

import org.jspecify.annotations.Nullable;

/**
 * Everything around the panes of a page of somebody who is signed in.
 *
 * @param title the page's title without the product's name
 * @param language language tag of the interface, such as "en"
 * @param direction "ltr" or "rtl"
 * @param view the pane that a narrow screen shows
 * @param csrf the token for the shell's own forms
 * @param address the address that is signed in
 * @param initials one or two letters for the account's mark
 * @param tree the folders
 * @param quota null where the server does not tell
 * @param search the search box
 * @param notice what has just been done, null if nothing
 */
public record Shell(
        String title,
        String language,
        String direction,
        View view,
        String csrf,
        String address,
        String initials,
        MailboxTree tree,
        @Nullable Quota quota,
        SearchBox search,
        @Nullable Notice notice) {}
