/** Tests of the package of the same name. */
@NullMarked
package org.postroom.sessioncache.connection;

import org.jspecify.annotations.NullMarked;
