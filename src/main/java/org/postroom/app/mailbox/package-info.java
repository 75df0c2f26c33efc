/** A mailbox as a page: its list and, on a wide screen, the open message. */
@NullMarked
package org.postroom.app.mailbox;

import org.jspecify.annotations.NullMarked;
