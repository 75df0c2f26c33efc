/** From a message's bytes to what may be shown. */
@NullMarked
package org.postroom.rendering;

import org.jspecify.annotations.NullMarked;
