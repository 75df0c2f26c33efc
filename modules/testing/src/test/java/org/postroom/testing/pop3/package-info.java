/** The POP3 adapter on real and on hostile servers. */
@NullMarked
package org.postroom.testing.pop3;

import org.jspecify.annotations.NullMarked;
