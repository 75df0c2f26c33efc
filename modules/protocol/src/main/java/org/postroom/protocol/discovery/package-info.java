/**
 * From a person's address to their servers: the operator's table and defaults, autoconfiguration,
 * DNS.
 */
@NullMarked
package org.postroom.protocol.discovery;

import org.jspecify.annotations.NullMarked;
