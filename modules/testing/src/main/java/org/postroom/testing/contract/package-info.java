/**
 * What every {@link org.postroom.protocol.MailStore} promises, as tests: a store is finished when
 * it passes them on real servers.
 */
@NullMarked
package org.postroom.testing.contract;

import org.jspecify.annotations.NullMarked;
