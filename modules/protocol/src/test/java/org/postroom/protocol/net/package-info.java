@NullMarked
package org.postroom.protocol.net;

import org.jspecify.annotations.NullMarked;
