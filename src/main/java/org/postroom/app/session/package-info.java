/** Who is asking: the session behind a request, its forms' tokens, and the way to its mail. */
@NullMarked
package org.postroom.app.session;

import org.jspecify.annotations.NullMarked;
