package org.postroom.app.layout;

/**
 * How full the account is; absent where the server does not tell.
 *
 * @param text a finished sentence, such as "3.1 of 5 GB used"
 * @param percent 0 to 100
 */
public record Quota(String text, int percent) {}
