/** Raster pictures of unknown origin: what they are, how large, and drawn anew. */
@NullMarked
package org.postroom.rendering.picture;

import org.jspecify.annotations.NullMarked;
