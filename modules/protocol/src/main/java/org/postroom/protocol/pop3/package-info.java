/** POP3 (RFC 1939, RFC 2449), spoken over guarded sockets. */
@NullMarked
package org.postroom.protocol.pop3;

import org.jspecify.annotations.NullMarked;
