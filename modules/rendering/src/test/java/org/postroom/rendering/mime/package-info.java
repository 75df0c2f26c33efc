@NullMarked
package org.postroom.rendering.mime;

import org.jspecify.annotations.NullMarked;
