/** Mail of POP3 accounts: sessions with the maildrop, and what is known of each. */
@NullMarked
package org.postroom.sessioncache.drop;

import org.jspecify.annotations.NullMarked;
