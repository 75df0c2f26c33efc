/** Tests of mail that is kept in the database. */
@NullMarked
package org.postroom.sessioncache.local;

import org.jspecify.annotations.NullMarked;
