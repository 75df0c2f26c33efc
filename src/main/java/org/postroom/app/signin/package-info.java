/** Signing in and out. */
@NullMarked
package org.postroom.app.signin;

import org.jspecify.annotations.NullMarked;
