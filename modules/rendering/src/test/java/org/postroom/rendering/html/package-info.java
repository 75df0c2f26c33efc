@NullMarked
package org.postroom.rendering.html;

import org.jspecify.annotations.NullMarked;
