/** Contracts, servers and corpus for tests; never part of what runs in production. */
@NullMarked
package org.postroom.testing;

import org.jspecify.annotations.NullMarked;
