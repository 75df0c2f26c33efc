/** The vocabulary of mail, and the doors to mail servers; names come from the RFCs. */
@NullMarked
package org.postroom.protocol;

import org.jspecify.annotations.NullMarked;
