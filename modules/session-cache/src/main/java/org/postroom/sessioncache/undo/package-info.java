/** What can be taken back for some minutes. */
@NullMarked
package org.postroom.sessioncache.undo;

import org.jspecify.annotations.NullMarked;
