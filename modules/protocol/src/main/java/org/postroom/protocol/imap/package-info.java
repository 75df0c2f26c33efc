/** Mail over IMAP (RFC 9051, RFC 3501), on top of Angus Mail's protocol layer. */
@NullMarked
package org.postroom.protocol.imap;

import org.jspecify.annotations.NullMarked;
