/** Tests of this module that need its wiring. */
@NullMarked
package org.postroom.sessioncache;

import org.jspecify.annotations.NullMarked;
