@NullMarked
package org.postroom.rendering;

import org.jspecify.annotations.NullMarked;
