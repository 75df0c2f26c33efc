@NullMarked
package org.postroom.protocol.discovery;

import org.jspecify.annotations.NullMarked;
