/** Who is signed in, their open stores, and what is kept about their mail. */
@NullMarked
package org.postroom.sessioncache;

import org.jspecify.annotations.NullMarked;
