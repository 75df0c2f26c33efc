/** Plain text into paragraphs, quotes and links; first words for previews. */
@NullMarked
package org.postroom.rendering.text;

import org.jspecify.annotations.NullMarked;
