/** Who is signed in: sessions with sealed credentials, CSRF tokens, limits against guessing. */
@NullMarked
package org.postroom.sessioncache.signin;

import org.jspecify.annotations.NullMarked;
