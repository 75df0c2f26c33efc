/** The IMAP store on real and on hostile servers. */
@NullMarked
package org.postroom.testing.imap;

import org.jspecify.annotations.NullMarked;
