/**
 * Guarded connections to mail servers: which addresses may be reached, time limits, octet budgets,
 * TLS. Nothing above this layer can forget them.
 */
@NullMarked
package org.postroom.protocol.net;

import org.jspecify.annotations.NullMarked;
