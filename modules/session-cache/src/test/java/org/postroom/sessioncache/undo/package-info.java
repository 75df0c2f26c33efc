/** Tests of the package of the same name. */
@NullMarked
package org.postroom.sessioncache.undo;

import org.jspecify.annotations.NullMarked;
