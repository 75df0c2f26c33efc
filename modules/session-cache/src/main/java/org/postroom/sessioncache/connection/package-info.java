/** The open stores of this replica, lent to one caller at a time. */
@NullMarked
package org.postroom.sessioncache.connection;

import org.jspecify.annotations.NullMarked;
