@NullMarked
package org.postroom.rendering.picture;

import org.jspecify.annotations.NullMarked;
