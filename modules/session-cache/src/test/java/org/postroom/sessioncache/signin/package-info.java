/** Tests of the package of the same name. */
@NullMarked
package org.postroom.sessioncache.signin;

import org.jspecify.annotations.NullMarked;
