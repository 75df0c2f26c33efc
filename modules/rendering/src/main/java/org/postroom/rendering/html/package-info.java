/** Hostile HTML and CSS in, an allow-list of both out. */
@NullMarked
package org.postroom.rendering.html;

import org.jspecify.annotations.NullMarked;
