/**
 * What a message's octets say (RFC 5322, MIME: RFC 2045 to 2047, RFC 2231): its header, its parts
 * and where each lies.
 */
@NullMarked
package org.postroom.protocol.mime;

import org.jspecify.annotations.NullMarked;
