/** Mail that is kept in the database: a complete store, and what its rows are made of. */
@NullMarked
package org.postroom.sessioncache.local;

import org.jspecify.annotations.NullMarked;
