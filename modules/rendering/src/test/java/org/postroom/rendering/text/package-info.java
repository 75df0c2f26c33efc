@NullMarked
package org.postroom.rendering.text;

import org.jspecify.annotations.NullMarked;
